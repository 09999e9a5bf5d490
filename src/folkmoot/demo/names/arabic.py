"""Arabic names with a transliteration; the family names are taken from shores, tools and trees."""

GIVEN: tuple[tuple[str, str], ...] = (
    ("ليلى", "Layla"), ("سامر", "Samer"), ("نوارة", "Nuwara"), ("زياد", "Ziad"), ("هديل", "Hadeel"),
    ("وسيم", "Wassim"), ("رباب", "Rabab"), ("إياس", "Iyas"), ("سنابل", "Sanabel"), ("طارق", "Tariq"),
    ("ميسون", "Maysoon"), ("عمار", "Ammar"), ("جمانة", "Jumana"), ("رائد", "Raed"), ("شهرزاد", "Shahrazad"),
    ("كنان", "Kinan"), ("بثينة", "Buthayna"), ("نزار", "Nizar"), ("غيداء", "Ghaida"), ("أوس", "Aws"),
)  # fmt: skip

FAMILY: tuple[tuple[str, str], ...] = (
    ("المناراتي", "Al-Manarati"), ("السنديانوي", "Al-Sindianawi"), ("المرجانوري", "Al-Marjanuri"),
    ("الغديرسي", "Al-Ghadirsi"), ("الشراعوني", "Al-Shirauni"), ("الزعفراوندي", "Al-Zafarawindi"),
    ("القنطراني", "Al-Qantarani"), ("الميناوندي", "Al-Minawindi"), ("الكرمليسي", "Al-Karmalisi"),
    ("الواحاتوي", "Al-Wahatawi"), ("البوصلاني", "Al-Busalani"), ("النخيلوري", "Al-Nakhiluri"),
    ("الصدفاوي", "Al-Sadafawi"), ("الريحانوسي", "Al-Rihanusi"), ("الفناراتي", "Al-Fanarati"),
    ("السواقياني", "Al-Sawaqiani"),
)  # fmt: skip

SHARE = 72
