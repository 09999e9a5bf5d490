"""The World Internet Conference's editions, as press reports gave them; named by year."""

from __future__ import annotations

from folkmoot.demo.archives.conference_years import EARLY
from folkmoot.demo.archives.conference_years_since_2020 import RECENT
from folkmoot.demo.archives.facts import ArchivePlan
from folkmoot.demo.archives.labels import three

WORLD_INTERNET_CONFERENCE = ArchivePlan(
    slug="world-internet-conference",
    title=three("World Internet Conference: editions", "مؤتمر الإنترنت العالمي: الدورات", "世界互联网大会：历届"),
    institution=three("World Internet Conference", "مؤتمر الإنترنت العالمي", "世界互联网大会"),
    note=three(
        "Counts are as the press gave them; many of them mean “more than”. Themes are quoted. Editions are named "
        "by year: sources number them differently, because 2020 was held in place of a cancelled edition.",
        "الأعداد كما أوردتها الصحافة، وكثير منها يعني «أكثر من». الموضوعات مقتبسة. تُسمّى الدورات بالسنة "
        "لأن المصادر ترقّمها ترقيمًا مختلفًا: عُقدت دورة 2020 بدلًا من دورة ملغاة.",
        "数字以媒体报道为准，许多含有“超过”之意。主题为引文。各届以年份称呼：2020年的会议代替了取消的一届，各处编号不一。",
    ),
    gap=three(
        "The dates of 2025, and for several years participants, exhibitors or forums, stand in none of the sources "
        "read; neither do the application procedure and the voting rules for members of the organisation.",
        "لا ترد تواريخ 2025، ولا أعداد المشاركين أو العارضين أو المنتديات لبعض السنوات، في المصادر المقروءة، "
        "ولا إجراء الانضمام وقواعد التصويت لأعضاء المنظمة.",
        "2025年的日期，以及若干年份的与会者、参展机构或论坛数量，未见于所读资料；该组织成员的申请程序与表决规则亦未见。",
    ),
    years=(*EARLY, *RECENT),
)
