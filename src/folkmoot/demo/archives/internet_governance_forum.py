"""The Internet Governance Forum's yearly figures, as its own pages and readers of them gave them."""

from __future__ import annotations

from folkmoot.demo.archives.facts import ABOUT_PER_CENT, OVER, PER_CENT, ArchivePlan, Figure, Words, Year
from folkmoot.demo.archives.labels import three
from folkmoot.kit.text import Text

_EXPECTED = ("dates", "registrations", "onsite", "online", "countries", "sessions")


def _name(year: int) -> Text:
    return three(f"Internet Governance Forum {year}", f"منتدى حوكمة الإنترنت {year}", f"{year}年互联网治理论坛")


def _place(name: str) -> Words:
    return Words("place", Text.of(name))


YEARS: tuple[Year, ...] = (
    Year(
        2022,
        _name(2022),
        (_place("Addis Ababa"), Figure("participants", 5000, OVER)),
        ("itu.int/net4/wsis/forum/2023/Agenda/Session/323",),
        _EXPECTED,
    ),
    Year(
        2023,
        _name(2023),
        (
            _place("Kyoto"),
            Figure("onsite", 6000, OVER),
            Figure("registrations", 9000, OVER),
            Figure("countries", 170, OVER),
            Figure("sessions", 300, OVER),
        ),
        ("japanigf.jp/meetings/sessions-summary-igf-2023-readout", "whm.intgovforum.org 2023 stocktaking"),
        _EXPECTED,
    ),
    Year(
        2025,
        _name(2025),
        (
            _place("Lillestrom"),
            Figure("registrations", 8833),
            Figure("onsite", 3435),
            Figure("online", 6000, OVER),
            Figure("first-timers", 36, PER_CENT),
            Figure("gender-male", 54, PER_CENT),
            Figure("gender-female", 46, PER_CENT),
            Figure("members-of-parliament", 4, ABOUT_PER_CENT),
            Figure("parliament-countries", 39),
            Figure("group-government", 35, PER_CENT),
            Figure("group-civil-society", 34, PER_CENT),
            Figure("group-private-sector", 14, PER_CENT),
            Figure("group-technical-community", 10, PER_CENT),
            Figure("group-igo", 6, PER_CENT),
            Figure("group-press", 1, PER_CENT),
            Figure("region-weog", 63, PER_CENT),
            Figure("region-asia-pacific", 11, PER_CENT),
            Figure("region-africa", 10, PER_CENT),
            Figure("region-grulac", 6, PER_CENT),
            Figure("region-igo", 6, PER_CENT),
            Figure("region-eastern-europe", 4, PER_CENT),
        ),
        ("media.intgovforum.org/en/content/igf-2025-participation-and-programme-statistics",),
        _EXPECTED,
    ),
)

INTERNET_GOVERNANCE_FORUM = ArchivePlan(
    slug="internet-governance-forum",
    title=three(
        "Internet Governance Forum: yearly figures", "منتدى حوكمة الإنترنت: أرقام سنوية", "互联网治理论坛：历年数据"
    ),
    institution=three("Internet Governance Forum", "منتدى حوكمة الإنترنت", "互联网治理论坛"),
    note=three(
        "Read in public pages, in excerpts. Groups and regions are those of the source, in per cent.",
        "قُرئت في صفحات عامة على شكل مقتطفات. الفئات والمناطق كما في المصدر، بالنسب المئوية.",
        "摘自公开网页。类别与区域沿用资料原文，以百分比表示。",
    ),
    gap=three(
        "The other years, among them 2024, stand in none of the sources read; nor do the number of remote hubs, "
        "the procedure for voluntary commitments, and the full criteria and weights of 2020 to 2023.",
        "لا ترد السنوات الأخرى، ومنها 2024، في المصادر المقروءة، ولا عدد المراكز البعيدة، "
        "ولا إجراء الالتزامات الطوعية، ولا المعايير والأوزان الكاملة من 2020 إلى 2023.",
        "其他年份（包括2024年）未见于所读资料；远程分会场数量、自愿承诺程序以及2020至2023年的完整标准与权重亦未见。",
    ),
    years=YEARS,
)
