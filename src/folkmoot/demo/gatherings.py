"""What is not one of the topics: opening and closing, evenings, the drafting group, and the breaks."""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.demo.plan import DAYS, SessionPlan, SlotPlan, moment
from folkmoot.kit.text import Text

LIVE = "https://live.assembly.example/2026"
_ALL = ("ar", "zh-Hans", "fr", "es", "ru")


def _text(en: str, zh: str, ar: str, fr: str = "", es: str = "", ru: str = "", ro: str = "") -> Text:
    return Text.of(en, "en", zh_Hans=zh, ar=ar, fr=fr, es=es, ru=ru, ro=ro)


OPENING = SessionPlan(
    "opening",
    _text(
        "Opening: an Internet for everyone",
        "开幕式：人人的互联网",
        "الافتتاح: إنترنت للجميع",
        "Ouverture : un Internet pour tous",
        "Apertura: una Internet para todos",
        "Открытие: Интернет для всех",
        "Deschidere: un internet pentru toți",
    ),
    _text(
        "The Assembly opens with three short addresses and two messages from people who could not travel. "
        "The rules of procedure are read in full, in two minutes. "
        "The first question of the edition comes from the youngest registered participant.",
        "大会以三篇简短致辞和两段远道而来的录像开幕。议事规则将全文宣读，只需两分钟。第一个问题由年龄最小的注册与会者提出。",
        "تُفتتح الجمعية بثلاث كلمات قصيرة ورسالتين ممن تعذّر سفرهم. تُقرأ قواعد العمل كاملة في دقيقتين. "
        "ويأتي السؤال الأول من أصغر المشاركين سنًّا.",
    ),
    kind="ceremony", forum="governance", mode="hybrid", languages=("en",), interpretation=_ALL, expected=1100,
    link=f"{LIVE}/plenary", slots=(SlotPlan("plenary", moment(1, 9), moment(1, 10, 30)),),
)  # fmt: skip

CLOSING = SessionPlan(
    "closing",
    _text(
        "Closing: what was said, what was agreed, what stays open",
        "闭幕式：说了什么，商定了什么，留下了什么",
        "الختام: ما قيل وما اتُّفق عليه وما بقي مفتوحًا",
        "Clôture : ce qui fut dit, convenu, laissé ouvert",
        "Clausura: lo dicho, lo acordado, lo que queda abierto",
        "Закрытие: что сказано, решено и осталось открытым",
        "Închidere: ce s-a spus, ce s-a convenit, ce rămâne deschis",
    ),
    _text(
        "Rapporteurs of the seven forums read one page each. "
        "Paragraphs without agreement are read with the objections to them. "
        "The floor is open for corrections until the last minute.",
        "七个论坛的报告员各读一页。未达成一致的段落连同反对意见一并宣读。更正发言一直开放到最后一分钟。",
        "يقرأ مقرّرو المنتديات السبعة صفحة واحدة لكل منهم. وتُقرأ الفقرات التي لم يُتفق عليها مع الاعتراضات عليها.",
    ),
    kind="ceremony", forum="governance", mode="hybrid", languages=("en",), interpretation=_ALL, expected=900,
    link=f"{LIVE}/plenary", slots=(SlotPlan("plenary", moment(DAYS, 16), moment(DAYS, 17, 30)),),
)  # fmt: skip

ACHIEVEMENTS = SessionPlan(
    "achievements",
    _text(
        "Fifteen achievements of the year",
        "年度十五项成果",
        "خمسة عشر إنجازًا لهذا العام",
        "Quinze réalisations de l'année",
        "Quince logros del año",
        "Пятнадцать достижений года",
    ),
    _text(
        "A jury of forty presents the fifteen entries it chose and the method by which it chose them. "
        "Scores are published as they were given, without the names of the jurors.",
        "由四十人组成的评审团介绍入选的十五项成果及评选方法。评分按原样公布，不附评委姓名。",
        "تعرض لجنة من أربعين محكّمًا الأعمال الخمسة عشر التي اختارتها وطريقة الاختيار.",
    ),
    kind="release", forum="development", mode="hybrid", languages=("en",), interpretation=_ALL,
    link=f"{LIVE}/plenary", slots=(SlotPlan("plenary", moment(2, 19), moment(2, 20, 15)),),
)  # fmt: skip

NIGHT = SessionPlan(
    "night",
    _text(
        "Night of open networks",
        "开放网络之夜",
        "ليلة الشبكات المفتوحة",
        "Nuit des réseaux ouverts",
        "Noche de las redes abiertas",
        "Ночь открытых сетей",
        "Noaptea rețelelor deschise",
    ),
    _text(
        "Bring an antenna, a routing table or a soup. "
        "From nine in the evening until half past one the hall belongs to those who build networks by hand. "
        "There is no programme; there is a soldering iron.",
        "带上天线、路由表或一锅汤。从晚上九点到凌晨一点半，大厅属于亲手搭建网络的人。没有议程，但有电烙铁。",
        "أحضروا هوائيًّا أو جدول توجيه أو حساءً. القاعة لمن يبني الشبكات بيديه حتى الواحدة والنصف ليلًا.",
    ),
    kind="open-forum", forum="networks", languages=("en", "es"),
    slots=(SlotPlan("hall-b", moment(2, 21), moment(2, 25, 30)),),
)  # fmt: skip

FILMS = SessionPlan(
    "films",
    _text(
        "Short films from the last mile",
        "最后一公里短片放映",
        "أفلام قصيرة من الميل الأخير",
        "Courts métrages du dernier kilomètre",
        "Cortometrajes de la última milla",
    ),
    _text(
        "Nine films of under ten minutes, made by schools, clinics and ferry crews. "
        "Subtitles in six languages; the makers are in the room or on the screen.",
        "九部不到十分钟的短片，由学校、诊所和渡轮船员拍摄，配六种语言字幕。",
        "تسعة أفلام لا يتجاوز أحدها عشر دقائق، من صنع مدارس وعيادات وأطقم عبّارات.",
    ),
    kind="open-forum", forum="youth", mode="hybrid", languages=("en", "sw", "ru"), interpretation=("zh-Hans", "ar"),
    link=f"{LIVE}/hall-a", slots=(SlotPlan("hall-a", moment(3, 20), moment(3, 22, 30)),),
)  # fmt: skip

DRAFTING = SessionPlan(
    "drafting",
    _text(
        "Drafting the common statement",
        "共同声明起草组",
        "صياغة البيان المشترك",
        "Rédiger la déclaration commune",
        "Redactar la declaración común",
        "Подготовка общего заявления",
    ),
    _text(
        "The drafting group meets twice: once to read the comments, once to answer them. "
        "Every change stands on the screen with its reason. "
        "What is said in the room is not attributed to anybody.",
        "起草组开会两次：一次读意见，一次作答复。每处改动连同理由显示在屏幕上。会上发言不注明出处。",
        "تجتمع مجموعة الصياغة مرتين: مرة لقراءة الملاحظات ومرة للرد عليها. لا يُنسب ما يقال في القاعة إلى أحد.",
    ),
    kind="workshop", forum="governance", languages=("en", "fr"), on_record="without-attribution", recorded=False,
    slots=(
        SlotPlan("room-5", moment(1, 17, 45), moment(1, 18, 30)),
        SlotPlan("room-5", moment(3, 17, 45), moment(3, 18, 30)),
    ),
)  # fmt: skip

GATHERINGS: tuple[SessionPlan, ...] = (OPENING, CLOSING, ACHIEVEMENTS, NIGHT, FILMS, DRAFTING)

_BREAKS: tuple[tuple[str, Text, tuple[int, int], tuple[int, int]], ...] = (
    (
        "morning-tea",
        _text("Tea and coffee", "茶歇", "شاي وقهوة", "Thé et café", "Té y café", "Чай и кофе", "Ceai și cafea"),
        (10, 30), (11, 0),
    ),
    ("lunch", _text("Lunch", "午餐", "الغداء", "Déjeuner", "Almuerzo", "Обед", "Prânz"), (12, 30), (14, 0)),
    (
        "afternoon-tea",
        _text("Tea and fruit", "茶点", "شاي وفاكهة", "Thé et fruits", "Té y fruta", "Чай и фрукты", "Ceai și fructe"),
        (15, 30), (16, 0),
    ),
)  # fmt: skip


def breaks() -> Iterator[SessionPlan]:
    """Yield three breaks a day, across all rooms."""
    for day in range(1, DAYS + 1):
        for key, title, starts, ends in _BREAKS:
            slot = SlotPlan(None, moment(day, *starts), moment(day, *ends))
            yield SessionPlan(f"{key}-{day}", title, is_break=True, slots=(slot,))
