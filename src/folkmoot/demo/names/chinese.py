"""Chinese names with their reading in Latin letters; given names from tides, weather and paths."""

FAMILY: tuple[tuple[str, str], ...] = (
    ("闻", "Wen"), ("沈", "Shen"), ("顾", "Gu"), ("苏", "Su"), ("裴", "Pei"), ("颜", "Yan"), ("柳", "Liu"),
    ("洛", "Luo"), ("岑", "Cen"), ("祝", "Zhu"), ("宋", "Song"), ("郁", "Yu"), ("舒", "Shu"), ("叶", "Ye"),
    ("聂", "Nie"), ("阮", "Ruan"), ("卓", "Zhuo"), ("简", "Jian"),
)  # fmt: skip

GIVEN: tuple[tuple[str, str], ...] = (
    ("听潮", "Tingchao"), ("雨舟", "Yuzhou"), ("知遥", "Zhiyao"), ("望汀", "Wangting"), ("澄渚", "Chengzhu"),
    ("问渡", "Wendu"), ("晓砚", "Xiaoyan"), ("青屿", "Qingyu"), ("鹤汀", "Heting"), ("映川", "Yingchuan"),
    ("若樵", "Ruoqiao"), ("云栈", "Yunzhan"), ("南浔", "Nanxun"), ("拾灯", "Shideng"), ("临溪", "Linxi"),
    ("归帆", "Guifan"), ("梦洲", "Mengzhou"), ("怀谷", "Huaigu"), ("书棠", "Shutang"), ("采薇", "Caiwei"),
    ("明岫", "Mingxiu"), ("远笛", "Yuandi"), ("素笺", "Sujian"), ("江篱", "Jiangli"), ("星野", "Xingye"),
)  # fmt: skip

SHARE = 90
