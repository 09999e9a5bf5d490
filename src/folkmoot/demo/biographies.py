"""Short biographies put together from what people do and what they did before; invented, like the people."""

from __future__ import annotations

from random import Random

from folkmoot.kit.text import Text

_PRESENT: dict[str, tuple[str, ...]] = {
    "en": (
        "Works on the upkeep of small networks.",
        "Studies how meetings come to an agreement, and how they fail to.",
        "Writes notices that people read to the end.",
        "Measures connections from kitchens, buses and school yards.",
        "Runs a training room with twelve chairs and a waiting list.",
        "Advises cooperatives on permits, poles and patience.",
        "Teaches statistics to people who were told they could not count.",
        "Keeps an exchange point running from a former fish market.",
        "Translates between engineers and those who write laws.",
        "Collects recordings in languages that have few of them.",
        "Answers the telephone of an incident team.",
        "Looks after an archive whose oldest item is a postcard about a modem.",
        "Edits open standards and the arguments that surround them.",
        "Designs forms that can be filled in with one hand.",
    ),
    "zh-Hans": (
        "从事小型网络的运行与维护。",
        "研究会议如何达成一致，又如何未能达成。",
        "为公共服务编写人人看得懂的说明。",
        "在社区里教人使用和修理网络设备。",
        "整理方言录音，并与说话人一起决定如何使用。",
        "关注公共数据的开放与使用。",
    ),
    "ar": (
        "صيانة الشبكات الصغيرة في الأرياف.",
        "أبحاث في طرق اتخاذ القرار داخل المجالس.",
        "تدريب الفرق الصغيرة على الاستجابة للحوادث.",
        "جمع مفردات اللهجات بموافقة أصحابها.",
        "الكتابة عن حقوق الناس في بياناتهم بلغة واضحة.",
    ),
    "ru": (
        "Занимается сопровождением малых сетей.",
        "Изучает, как собрания приходят к согласию.",
        "Готовит понятные инструкции для дежурных групп.",
        "Преподаёт проверяемую статистику.",
        "Собирает записи на языках, у которых их мало.",
    ),
    "fr": (
        "S'occupe de l'entretien de petits réseaux.",
        "Étudie la façon dont les assemblées se mettent d'accord.",
        "Rédige des avis que l'on lit jusqu'au bout.",
        "Forme des agents d'accueil aux démarches en ligne.",
    ),
    "es": (
        "Acompaña a cooperativas que tienden su propia red.",
        "Estudia cómo deciden las asambleas pequeñas.",
        "Enseña a medir conexiones sin exponer a quien mide.",
        "Cuida un archivo de voces y de sus permisos.",
    ),
    "ro": (
        "Se ocupă de întreținerea rețelelor mici.",
        "Studiază felul în care adunările ajung la o înțelegere.",
        "Scrie reguli scurte pentru echipe mici.",
    ),
}

_PAST: dict[str, tuple[str, ...]] = {
    "en": (
        "Came to the Internet through a village library.",
        "Was a ship's radio officer for nine years.",
        "Has chaired more meetings than is good for anyone.",
        "Began as a volunteer at the badge desk.",
        "Wrote a doctoral thesis on fault registers.",
        "Once repaired a relay with a fishing line.",
        "Sang in a choir before turning to signal processing.",
        "Spent ten years in public procurement.",
        "Learnt the trade by reading other people's minutes.",
        "Takes part for the first time.",
    ),
    "zh-Hans": (
        "曾在乡村图书馆工作多年。",
        "此前负责一所学校的机房。",
        "做过九年船舶通信员。",
        "首次参加本大会。",
    ),
    "ar": (
        "البداية في مكتبة القرية.",
        "خبرة سابقة في إذاعة محلية.",
        "المشاركة للمرة الأولى.",
    ),
    "ru": (
        "Опыт работы в сельской библиотеке.",
        "Десять лет на телефонной станции.",
        "Участвует впервые.",
    ),
    "fr": (
        "A commencé dans une bibliothèque de village.",
        "A longtemps travaillé à la radio locale.",
        "Participe pour la première fois.",
    ),
    "es": (
        "Empezó en la biblioteca de su pueblo.",
        "Trabajó muchos años en una radio local.",
        "Participa por primera vez.",
    ),
    "ro": ("A început la biblioteca din sat.", "Participă pentru prima oară."),
}


def biography(random: Random, language: str) -> Text:
    """Return a biography in the person's language, or in English where there is no wording for it."""
    tongue = language if language in _PRESENT else "en"
    joint = "" if tongue == "zh-Hans" else " "
    return Text.of(joint.join((random.choice(_PRESENT[tongue]), random.choice(_PAST[tongue]))), tongue)
