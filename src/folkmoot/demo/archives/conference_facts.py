"""Facts that the editions of the World Internet Conference share in form."""

from __future__ import annotations

from folkmoot.demo.archives.facts import Words
from folkmoot.demo.archives.labels import three
from folkmoot.kit.text import Text

EXPECTED = ("dates", "theme", "participants", "countries", "sub-forums", "exhibitors")
PLACE = Words("place", Text("en", {"en": "Wuzhen", "zh-Hans": "乌镇", "ar": "ووتشن"}))
HYBRID = Words("mode", three("on site and online", "حضوريًّا وعبر الإنترنت", "线上线下结合"))


def dates(starts: str, ends: str) -> Words:
    """Return the first and the last day, as ISO dates."""
    return Words("dates", Text.of(f"{starts} – {ends}"))


def theme(value: str, status: str = "quoted") -> Words:
    """Return the theme in English, as quoted."""
    return Words("theme", Text.of(f"“{value}”", "en"), status)


def theme_zh(value: str) -> Words:
    """Return the theme in Chinese, as quoted."""
    return Words("theme-zh", Text.of(f"“{value}”", "zh-Hans"), "quoted")


def name_before_2020(year: int) -> Text:
    """Return the name of an edition by its year."""
    return three(f"World Internet Conference {year}", f"مؤتمر الإنترنت العالمي {year}", f"{year}年世界互联网大会")


def name_since_2021(year: int) -> Text:
    """Return the name as the sources give it from 2021 on."""
    return three(
        f"{year} World Internet Conference Wuzhen Summit",
        f"قمة ووتشن لمؤتمر الإنترنت العالمي {year}",
        f"{year}年世界互联网大会乌镇峰会",
    )
