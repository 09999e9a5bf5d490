"""Who the invented body is: name, notice, edition, venues, rooms and forums, in the languages it works in."""

from __future__ import annotations

from folkmoot.demo.plan import ForumPlan, RoomPlan
from folkmoot.kit.text import Text

ORIGIN = "assembly.example/record"
OFFICER = ("Ines Calvoreda", "officer@assembly.example")
MARK = 12
ZONE = "Etc/GMT-8"
LANGUAGES = ["en", "ar", "zh-Hans", "fr", "es", "ru", "ro"]
WORKING_LANGUAGES = ["en", "ar", "zh-Hans", "fr", "es", "ru"]
SLUG = "2026"
YEAR = 2026


def _text(en: str, ar: str, zh: str, fr: str = "", es: str = "", ru: str = "", ro: str = "") -> Text:
    return Text.of(en, "en", ar=ar, zh_Hans=zh, fr=fr, es=es, ru=ru, ro=ro)


NAME = _text(
    "Assembly for an Open Internet",
    "جمعية إنترنت مفتوح",
    "开放互联网大会",
    "Assemblée pour un Internet ouvert",
    "Asamblea por una Internet abierta",
    "Ассамблея за открытый Интернет",
    "Adunarea pentru un internet deschis",
)
NOTICE = _text(
    "Illustrative body · a demonstration",
    "هيئة توضيحية · عرض تجريبي",
    "示例机构 · 演示",
    "Organisation illustrative · une démonstration",
    "Organización ilustrativa · una demostración",
    "Вымышленная организация · демонстрация",
    "Organizație ilustrativă · o demonstrație",
)
TITLE = _text(
    "Edition of 2026",
    "دورة 2026",
    "2026年大会",
    "Édition 2026",
    "Edición de 2026",
    "Сессия 2026 года",
    "Ediția din 2026",
)
THEME = _text(
    "An Internet for everyone: connected, trusted, shared",
    "إنترنت للجميع: متصل وموثوق ومشترك",
    "人人的互联网：相连、可信、共享",
    "Un Internet pour tous : relié, fiable, partagé",
    "Una Internet para todos: conectada, confiable, compartida",
    "Интернет для всех: связь, доверие, участие",
    "Un internet pentru toți: conectat, de încredere, împărtășit",
)
PLACE = _text(
    "Harbour City (an invented place)",
    "مدينة المرفأ (مكان متخيَّل)",
    "港湾城（虚构地点）",
    "Port-la-Ville (lieu imaginaire)",
    "Ciudad del Puerto (lugar imaginario)",
    "Портовый город (вымышленное место)",
    "Orașul Portului (loc imaginar)",
)

VENUES: dict[str, tuple[Text, Text]] = {
    "centre": (
        _text("Harbour Congress Centre", "مركز مؤتمرات المرفأ", "港湾会议中心", "Palais des congrès du Port"),
        _text("1 Lighthouse Quay, Harbour City", "1 رصيف المنارة، مدينة المرفأ", "港湾城灯塔码头1号"),
    ),
    "online": (_text("Online", "عبر الإنترنت", "线上", "En ligne", "En línea", "Онлайн", "Online"), Text()),
}

_BOOTHS = _text(
    "six interpretation booths, captions, induction loop",
    "ست مقصورات للترجمة، ونص مكتوب، وحلقة سمعية",
    "六个同传间、字幕、助听感应线圈",
)
_TWO_BOOTHS = _text("two interpretation booths, captions", "مقصورتان للترجمة، ونص مكتوب", "两个同传间、字幕")
_SCREEN = _text("screen, video link", "شاشة ووصلة مرئية", "屏幕、视频连线")
_TABLES = _text("round tables, flip charts", "طاولات مستديرة ولوحات ورقية", "圆桌、白板纸")
_STREAM = _text("video room, captions", "غرفة مرئية ونص مكتوب", "视频会议室、字幕")


def _room(key: str, number: int, capacity: int, equipment: Text) -> RoomPlan:
    return RoomPlan(
        key, "centre", _text(f"Room {number}", f"القاعة {number}", f"{number}号会议室"), capacity, equipment
    )


ROOMS: tuple[RoomPlan, ...] = (
    RoomPlan("plenary", "centre", _text("Plenary", "القاعة العامة", "全体会议厅"), 1200, _BOOTHS),
    RoomPlan("hall-a", "centre", _text("Hall A", "القاعة أ", "A厅"), 400, _TWO_BOOTHS),
    RoomPlan("hall-b", "centre", _text("Hall B", "القاعة ب", "B厅"), 300, _TWO_BOOTHS),
    _room("room-1", 1, 160, _SCREEN),
    _room("room-2", 2, 120, _SCREEN),
    _room("room-3", 3, 120, _SCREEN),
    _room("room-4", 4, 90, _TABLES),
    _room("room-5", 5, 60, _TABLES),
    RoomPlan("online-1", "online", _text("Online room 1", "الغرفة الافتراضية 1", "线上会议室1"), None, _STREAM, True),
    RoomPlan("online-2", "online", _text("Online room 2", "الغرفة الافتراضية 2", "线上会议室2"), None, _STREAM, True),
)

FORUMS: tuple[ForumPlan, ...] = (
    ForumPlan(
        "development",
        _text(
            "Digital development for all",
            "تنمية رقمية للجميع",
            "普惠数字发展",
            "Un développement numérique pour tous",
            "Desarrollo digital para todos",
            "Цифровое развитие для всех",
            "Dezvoltare digitală pentru toți",
        ),
        "main",
    ),
    ForumPlan(
        "governance",
        _text(
            "Governing the Internet together",
            "نحكم الإنترنت معًا",
            "共同治理互联网",
            "Gouverner l'Internet ensemble",
            "Gobernar juntos Internet",
            "Управлять Интернетом вместе",
            "Să guvernăm internetul împreună",
        ),
        "main",
    ),
    ForumPlan(
        "networks",
        _text(
            "Networks and access",
            "الشبكات والوصول",
            "网络与接入",
            "Réseaux et accès",
            "Redes y acceso",
            "Сети и доступ",
            "Rețele și acces",
        ),
        "sub",
    ),
    ForumPlan(
        "data",
        _text(
            "Data and rights",
            "البيانات والحقوق",
            "数据与权利",
            "Données et droits",
            "Datos y derechos",
            "Данные и права",
            "Date și drepturi",
        ),
        "sub",
    ),
    ForumPlan(
        "trust",
        _text(
            "Trust and safety",
            "الثقة والسلامة",
            "信任与安全",
            "Confiance et sécurité",
            "Confianza y seguridad",
            "Доверие и безопасность",
            "Încredere și siguranță",
        ),
        "sub",
    ),
    ForumPlan(
        "intelligence",
        _text(
            "Artificial intelligence",
            "الذكاء الاصطناعي",
            "人工智能",
            "Intelligence artificielle",
            "Inteligencia artificial",
            "Искусственный интеллект",
            "Inteligență artificială",
        ),
        "sub",
    ),
    ForumPlan(
        "youth",
        _text(
            "Youth, culture and languages",
            "الشباب والثقافة واللغات",
            "青年、文化与语言",
            "Jeunesse, culture et langues",
            "Juventud, cultura y lenguas",
            "Молодёжь, культура и языки",
            "Tineret, cultură și limbi",
        ),
        "sub",
    ),
)

SESSION_KINDS_TITLE = _text(
    "Kinds of session",
    "أنواع الجلسات",
    "会议形式",
    "Types de séance",
    "Tipos de sesión",
    "Виды заседаний",
    "Tipuri de sesiune",
)
SESSION_KINDS: dict[str, Text] = {
    "ceremony": _text("ceremony", "حفل", "仪式", "cérémonie", "ceremonia", "церемония", "ceremonie"),
    "keynote": _text(
        "keynote",
        "كلمة رئيسية",
        "主旨演讲",
        "discours d'ouverture",
        "ponencia",
        "основной доклад",
        "discurs principal",
    ),
    "panel": _text(
        "panel",
        "حلقة نقاش",
        "专题讨论",
        "table ronde",
        "mesa redonda",
        "панельная дискуссия",
        "dezbatere",
    ),
    "workshop": _text("workshop", "ورشة عمل", "研讨会", "atelier", "taller", "мастерская", "atelier"),
    "open-forum": _text(
        "open forum",
        "منتدى مفتوح",
        "开放论坛",
        "forum ouvert",
        "foro abierto",
        "открытый форум",
        "forum deschis",
    ),
    "town-hall": _text(
        "town hall",
        "لقاء عام",
        "公开问答",
        "assemblée publique",
        "cabildo abierto",
        "открытая встреча",
        "întâlnire publică",
    ),
    "release": _text("release", "إطلاق", "发布", "publication", "presentación", "презентация", "lansare"),
    "lightning-talk": _text(
        "lightning talk",
        "مداخلة قصيرة",
        "闪电演讲",
        "présentation éclair",
        "charla relámpago",
        "блиц-доклад",
        "prezentare fulger",
    ),
}
