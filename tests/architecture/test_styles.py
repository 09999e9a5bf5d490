"""Styles: logical properties only, so that a page reads from either side."""

import re

from tests.architecture.source import PROJECT, files

SIDE = "left|right|top|bottom"
PHYSICAL = re.compile(
    rf"""(?<![\w-])(?:
        (?:margin|padding|scroll-margin|scroll-padding)-(?:{SIDE})\s*:
      | border-(?:{SIDE})(?:-(?:color|style|width))?\s*:
      | border-(?:top|bottom)-(?:left|right)-radius\s*:
      | (?:{SIDE})\s*:
      | (?:text-align|text-align-last|float|clear|caption-side)\s*:\s*(?:left|right)\b
    )""",
    re.VERBOSE,
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STYLE = re.compile(r"<style[^>]*>(.*?)</style>|style=\"([^\"]*)\"", re.DOTALL)


def physical(css: str) -> list[str]:
    return [match.strip() for match in PHYSICAL.findall(COMMENT.sub("", css))]


def styles_in(page: str) -> str:
    return "\n".join(part for match in STYLE.findall(page) for part in match)


def test_style_sheets_use_logical_properties_only() -> None:
    sheets = {path: path.read_text(encoding="utf-8") for path in files("*.css")}
    pages = {path: styles_in(path.read_text(encoding="utf-8")) for path in files("*.html")}
    found = {str(path.relative_to(PROJECT)): bad for path, css in {**sheets, **pages}.items() if (bad := physical(css))}
    assert not found, f"Use margin-inline-start, inset-inline-end, text-align: start and their kin: {found}"


def test_the_eye_for_physical_properties_sees_them() -> None:
    for text in (
        "a{margin-left:1em}",
        "a{left: 0}",
        "a{text-align:right}",
        "a{border-top-left-radius:2px}",
        "a{padding-top:0}",
    ):
        assert physical(text), text
    for text in (
        "a{margin-inline-start:1em}",
        "a{inset-inline:0}",
        "a{text-align:start}",
        "a{--left: 1}",
        "/* left: 1 */",
    ):
        assert not physical(text), text
