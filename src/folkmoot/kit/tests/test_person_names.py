"""A name is found however it is written, struck where it stands, and what only looks like it stays."""

from __future__ import annotations

import html
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.kit.names import Names, key_of_name
from folkmoot.kit.text import Text

DAVID = Names(["David Wentzlaff"])


@pytest.mark.parametrize(
    ("name", "text", "struck"),
    [
        ("Moritz Simon Geist", "by moritz simon geist.", "by […]."),
        ("Moritz Simon Geist", "Geist, Moritz Simon: drums", "[…]: drums"),
        ("David Wentzlaff", "DAVID WENTZLAFF speaks", "[…] speaks"),
        ("David Wentzlaff", "with David&nbsp;Wentzlaff here", "with […] here"),
        ("David Wentzlaff", "with David <b>Wentzlaff</b> here", "with […]</b> here"),
        ("David Wentzlaff", "David<br>Wentzlaff", "[…]"),
        ("David Wentzlaff", "Da<b>vi</b>d Wentzlaff", "[…]"),
        ("David Wentzlaff", '<img alt="David Wentzlaff">', '<img alt="[…]">'),
        ("David Wentzlaff", "see Wentzlaff, David", "see […]"),
        ("David Wentzlaff", "David_Wentzlaff.pdf", "[…].pdf"),
        ("David Wentzlaff", "/u/David%20Wentzlaff?x", "/u/[…]?x"),
        ("David Wentzlaff", "David%2520Wentzlaff", "[…]"),
        ("David Wentzlaff", "write david.wentzlaff@x.example", "write […]@x.example"),
        ("David Wentzlaff", "&#68;avid Wentzlaff", "[…]"),
        ("David Wentzlaff", "Da\u00advid\u200b Wentzlaff", "[…]"),
        ("David Wentzlaff", "ＤＡＶＩＤ　Wentzlaff", "[…]"),
        ("David Wentzlaff", "**David** *Wentzlaff*", "**[…]*"),
        ("David Wentzlaff", "David Wentzlaffs Vortrag", "[…] Vortrag"),
        ("David Wentzlaff", "https://x.example/david-wentzlaff/talk", "[…]"),
        ("José Álvarez", "jose.alvarez@x.example", "[…]@x.example"),
        ("Ana", "Ana and bananas", "[…] and bananas"),
        ("Ana Li", "Ana Lindgren", "Ana Lindgren"),
        ("Großmann", "GROSSMANN", "[…]"),
        ("陈丽华", "陈 丽华与陈丽华教授", "陈 丽华与[…]教授"),
        ("米伦贝·奥卡福", "米伦贝奥卡福说", "[…]说"),
        ("ليلى حداد", "مع وليلى حداد", "مع و[…]"),
        ("José", "Jose\u0301 speaks", "[…] speaks"),
        ("X", "X marks", "X marks"),
    ],
)
def test_every_way_of_writing_a_name_is_struck_where_it_stands(name: str, text: str, struck: str) -> None:
    assert Names([name]).struck(text) == struck


def _random_case(word: str, upper: list[bool]) -> str:
    return "".join(letter.upper() if up else letter.lower() for letter, up in zip(word, upper, strict=True))


WRITTEN = st.builds(
    lambda given, family, between, reverse: between.join((family, given) if reverse else (given, family)),
    st.lists(st.booleans(), min_size=5, max_size=5).map(lambda upper: _random_case("David", upper)),
    st.lists(st.booleans(), min_size=9, max_size=9).map(lambda upper: _random_case("Wentzlaff", upper)),
    st.lists(
        st.sampled_from([" ", "\n", "\t", "_", "-", "+", ".", ",", "\xa0", "\u2003", "&nbsp;", "&#32;", "%20", "<b>"]),
        min_size=1, max_size=4,
    ).map("".join),
    st.booleans(),
)  # fmt: skip
ENCODED = st.sampled_from([
    str, html.escape, quote, lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    lambda text: "".join(f"&#x{ord(letter):x};" for letter in text),
])  # fmt: skip
AROUND = st.text(alphabet=" .!?()\"'0123456789\n", max_size=20)


@given(WRITTEN, ENCODED, AROUND, AROUND)
def test_any_casing_spacing_and_encoding_of_a_name_is_found(
    written: str, encode: object, before: str, after: str
) -> None:
    text = f"{before} {encode(written)} {after}"  # type: ignore[operator]
    struck = DAVID.struck(text)
    assert DAVID.occur_in(text)
    assert not DAVID.occur_in(struck)
    assert struck.startswith(f"{before} ")
    assert struck.endswith(f" {after}")


@given(st.text(max_size=300))
def test_a_text_without_the_name_stays_as_it_is_to_the_byte(text: str) -> None:
    if "wentzlaff" not in text.casefold():
        assert DAVID.struck(text) == text
        assert DAVID.struck("&amp; <b>%41 " + text) == "&amp; <b>%41 " + text


def test_decomposed_letters_around_a_name_stay_as_they_were() -> None:
    assert Names(["Ana"]).struck("Jose\u0301 and Ana") == "Jose\u0301 and […]"
    assert Names([]).struck("anything") == "anything"


def test_links_that_lead_to_a_name_are_left_out() -> None:
    links = [{"url": "https://x.example/david-wentzlaff", "title": ""}, {"url": "https://x.example/", "title": "D"}]
    assert DAVID.struck_from(links) == links[1:]
    assert DAVID.struck_from({"persons": ["DAVID WENTZLAFF"]}) == {"persons": ["[…]"]}
    assert str(DAVID.struck_from(Text.of("david wentzlaff", "en"))) == "[…]"


def test_a_surname_alone_and_a_name_run_together_are_counted_and_not_struck() -> None:
    text = "Prof. Wentzlaff, WENTZLAFF and @davidwentzlaff; not David Wentzlaff, not wentzlaff"
    assert DAVID.hints_in(text) == 3
    assert "Prof. Wentzlaff" in DAVID.struck(text)
    assert Names(["Ana Li"]).hints_in("Li and Anali") == 0


def test_the_key_of_a_name_is_the_same_however_it_is_written() -> None:
    assert len({key_of_name(name) for name in ("David Wentzlaff", "WENTZLAFF, David", "david_wentzlaff ")}) == 1
    assert key_of_name("David Went") != key_of_name("David Wentzlaff")
