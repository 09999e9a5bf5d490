"""The list of kinds of actor that a new body adopts first; it may adopt another one afterwards.

A kind of actor belongs to a participation, not to a person.
"""

from __future__ import annotations

from folkmoot.kit.text import Text


def _label(en: str, ar: str, zh: str, fr: str, es: str, ru: str, ro: str) -> Text:
    return Text("en", {"en": en, "ar": ar, "zh-Hans": zh, "fr": fr, "es": es, "ru": ru, "ro": ro})


KINDS_OF_ACTOR_TITLE = _label(
    "Kinds of actor",
    "فئات الجهات المشاركة",
    "参与方类别",
    "Catégories d'acteurs",
    "Tipos de actor",
    "Категории участников",
    "Categorii de actori",
)

KINDS_OF_ACTOR: dict[str, Text] = {
    "government": _label("government", "حكومة", "政府", "gouvernement", "gobierno", "государственный орган", "guvern"),
    "international-organisation": _label(
        "international organisation",
        "منظمة دولية",
        "国际组织",
        "organisation internationale",
        "organización internacional",
        "международная организация",
        "organizație internațională",
    ),
    "company": _label("company", "شركة", "企业", "entreprise", "empresa", "компания", "companie"),
    "technical-community": _label(
        "technical community",
        "المجتمع التقني",
        "技术社群",
        "communauté technique",
        "comunidad técnica",
        "техническое сообщество",
        "comunitate tehnică",
    ),
    "civil-society": _label(
        "civil society",
        "المجتمع المدني",
        "民间社会",
        "société civile",
        "sociedad civil",
        "гражданское общество",
        "societate civilă",
    ),
    "academia": _label(
        "academia",
        "الأوساط الأكاديمية",
        "学术界",
        "monde universitaire",
        "academia",
        "академическое сообщество",
        "mediul academic",
    ),
    "parliament": _label("parliament", "برلمان", "议会", "parlement", "parlamento", "парламент", "parlament"),
    "media": _label(
        "media",
        "وسائل الإعلام",
        "媒体",
        "médias",
        "medios de comunicación",
        "средства массовой информации",
        "mass-media",
    ),
    "individual": _label(
        "individual", "فرد", "个人", "particulier", "persona particular", "частное лицо", "persoană fizică"
    ),
    "not-stated": _label("not stated", "غير مذكور", "未说明", "non indiqué", "no indicado", "не указано", "neprecizat"),
}
