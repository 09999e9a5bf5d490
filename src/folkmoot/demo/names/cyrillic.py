"""Cyrillic names with a transliteration; family names by the bearer's form, all made up."""

WOMEN: tuple[tuple[str, str], ...] = (
    ("Мирослава", "Miroslava"), ("Аксинья", "Aksinya"), ("Веселина", "Veselina"), ("Дарина", "Darina"),
    ("Злата", "Zlata"), ("Айгуль", "Aigul"), ("Снежана", "Snezhana"), ("Таисия", "Taisiya"),
    ("Любава", "Lyubava"), ("Нурия", "Nuriya"),
)  # fmt: skip
MEN: tuple[tuple[str, str], ...] = (
    ("Богдан", "Bogdan"), ("Велимир", "Velimir"), ("Ермек", "Yermek"), ("Захар", "Zakhar"),
    ("Лазарь", "Lazar"), ("Милован", "Milovan"), ("Остап", "Ostap"), ("Радомир", "Radomir"),
    ("Тимур", "Timur"), ("Эльдар", "Eldar"),
)  # fmt: skip

STEMS: tuple[tuple[str, str], ...] = (
    ("Приливск", "Prilivsk"), ("Маячинск", "Mayachinsk"), ("Светлобережск", "Svetloberezhsk"),
    ("Заозеринск", "Zaozerinsk"), ("Вербилинск", "Verbilinsk"), ("Туманогорск", "Tumanogorsk"),
    ("Ключеградск", "Klyuchegradsk"), ("Ивнянск", "Ivnyansk"), ("Солнцеводск", "Solntsevodsk"),
    ("Журавлинск", "Zhuravlinsk"), ("Лодейнинск", "Lodeyninsk"), ("Рябинодольск", "Ryabinodolsk"),
)  # fmt: skip

SHARE = 58
