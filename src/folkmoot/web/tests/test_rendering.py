"""Values as words and markup: languages said, markup harmless, digits Latin."""

import datetime

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override

from folkmoot.halls.members.vocabulary.acts import adopt_vocabulary
from folkmoot.kit import dates
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from folkmoot.web.rendering.prose import harmless

DAY = datetime.date(2026, 11, 19)
CHINESE = Text.of("跨语言模型评估", "zh-Hans")


def rendered(source: str, language: str = "en", **context: object) -> str:
    with override(language):
        return Template("{% load folkmoot %}" + source).render(Context(context))


def test_a_text_in_the_readers_language_stands_bare() -> None:
    assert rendered("{{ text|shown }}", text=Text.of("Fish & chips", "en")) == "Fish &amp; chips"
    assert rendered("{{ text|shown }}", "zh-hans", text=CHINESE) == "跨语言模型评估"


def test_an_original_in_another_language_says_which() -> None:
    assert rendered("{{ text|shown }}", "ar", text=CHINESE) == '<span lang="zh-Hans" dir="ltr">跨语言模型评估</span>'
    arabic = Text.of("ليلى حداد", "ar").written()
    assert rendered("{{ text|shown }}", text=arabic) == '<span lang="ar" dir="rtl">ليلى حداد</span>'


def test_traditional_chinese_is_not_passed_off_as_simplified() -> None:
    assert 'lang="zh-Hant"' in rendered("{{ text|shown }}", "zh-hans", text=Text.of("網際網路", "zh-Hant"))


def test_a_text_of_unknown_language_is_isolated_only() -> None:
    assert rendered("{{ text|shown }}", text=Text.of("<b>R2D2")) == "<bdi>&lt;b&gt;R2D2</bdi>"


@pytest.mark.parametrize("nothing", [None, "", {}, Text(), Text().written()])
def test_nothing_renders_as_nothing(nothing: object) -> None:
    source = "[{{ text|shown }}{{ text|plain }}{{ text|prose }}{% original text %}]"
    assert rendered(source, text=nothing) == "[]"


def test_an_override_of_direction_does_not_reach_the_page() -> None:
    name = Text.of("Ada\u202e\x07 Lovelace", "en")
    assert rendered("{{ text|shown }}|{{ text|plain }}", text=name) == "Ada Lovelace|Ada Lovelace"


def test_the_origin_of_a_text_is_noted_where_it_matters() -> None:
    translated = Text.of("Bună ziua", "ro").with_translation("en", "Good day", machine=True)
    assert "the original" in rendered("{% original text %}", text=CHINESE)
    assert "Chinese" in rendered("{% original text %}", text=CHINESE)
    assert "Machine translation from Romanian" in rendered("{% original text %}", text=translated)
    assert rendered("{% original text %}", text=Text.of("Here", "en")) == ""


def test_prose_keeps_what_is_allowed_and_says_its_language() -> None:
    html = rendered("{{ text|prose }}", text=Text.of("The **first** hour.\n\n- Access\n- Trust", "fr"))
    assert html.startswith('<div class="prose" lang="fr" dir="ltr"><p>The <strong>first</strong> hour.</p>')
    assert "<li>Access</li>" in html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        '<a href="JaVaScRiPt:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<p onclick="alert(1)" style="position:fixed">x</p>',
        "<iframe src=//evil.example></iframe>",
        "<svg><script>alert(1)</script></svg>",
        "![x](https://evil.example/pixel.png)",
        "<style>body{display:none}</style>",
        "<form action=//evil.example><input></form>",
    ],
)
def test_prose_lets_nothing_harmful_through(attack: str) -> None:
    html = harmless(attack).lower()
    for word in ("<script", "<img", "<iframe", "<svg", "<style", "<form", "onerror", "onclick", "style="):
        assert word not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html


def test_links_in_prose_lead_only_where_a_reader_expects() -> None:
    html = harmless("[a](https://example.org) [b](/admin/) <mail@example.org>")
    assert '<a href="https://example.org" rel="nofollow noopener noreferrer">a</a>' in html
    assert "/admin/" not in html
    assert 'href="mailto:mail@example.org"' in html


def test_headings_in_prose_stand_below_those_of_the_page() -> None:
    assert harmless("# One\n\n<h2>Two</h2>") == "<h3>One</h3>\n<h3>Two</h3>"


@pytest.mark.parametrize("piece", ["<div>", "<b>", "[", "*a ", "_a ", "`"])
def test_what_was_written_to_take_for_ever_is_shown_as_it_was_written(piece: str) -> None:
    assert harmless(piece * 100_000).startswith("<pre>")


@pytest.mark.parametrize("piece", [">", "- ", "A long paragraph, as abstracts are.\n\n"])
def test_a_long_text_is_rendered_all_the_same(piece: str) -> None:
    assert not harmless(piece * 2_000).startswith("<pre>")


def test_dates_are_in_the_readers_language_and_latin_digits() -> None:
    assert rendered("{{ day|long_date }}", day=DAY) == "Thursday, 19 November 2026"
    assert rendered("{{ day|long_date }}", "zh-hans", day=DAY) == "2026年11月19日星期四"
    assert rendered("{{ day|long_date }}", "ar", day=DAY) == "الخميس، 19 نوفمبر 2026"
    assert rendered("{{ day|short_day }}", day=DAY) == "Thu 19"
    assert rendered("{{ a|until:b }}", a=DAY, b=datetime.date(2026, 11, 21)) == "19–21 Nov 2026"
    assert rendered("{{ a|until:b }}", a=DAY, b=None) == "19 November 2026"
    assert rendered("{{ a|until:b }}", a=None, b=None) == ""


def test_a_moment_carries_its_offset() -> None:
    when = "2026-11-14T01:12:00.250000Z"
    assert rendered("{{ when|moment:'Asia/Shanghai' }}", when=when) == "14 Nov 2026, 09:12 UTC+8"
    assert rendered("{{ when|moment }}", when=when) == "14 Nov 2026, 01:12 UTC"
    assert rendered("{{ when|clock:'Asia/Kolkata' }}", when=when) == "06:42"


def test_a_zone_is_named_by_its_offset_on_the_day() -> None:
    assert dates.zone_name("America/St_Johns", DAY) == "UTC−3:30"
    assert dates.zone_name("Europe/Berlin", datetime.date(2026, 7, 1)) == "UTC+2"
    assert dates.zone_name("Europe/Berlin", DAY) == "UTC+1"
    assert dates.zone_name("UTC", DAY) == "UTC"


def test_numbers_match_codes_in_every_language() -> None:
    assert {rendered("{{ n|number }}", language, n=4182) for language in ("en", "ar", "zh-hans")} == {"4,182"}


def test_a_language_is_named_in_the_readers_language() -> None:
    assert rendered("{{ code|language_name }}", code="ar") == "Arabic"
    assert rendered("{{ code|language_name }}", "zh-hans", code="ar") == "阿拉伯语"


def test_a_list_of_texts_marks_and_isolates_each() -> None:
    texts = [CHINESE, "<b>", Text.of("Tea", "en")]
    marked = '<span lang="zh-Hans" dir="ltr">跨语言模型评估</span>, <bdi>&lt;b&gt;</bdi> and Tea'
    assert rendered("{{ texts|listed }}", texts=texts) == marked
    assert rendered("{{ texts|listed }}", texts=None) == ""


def test_a_listing_joins_what_its_block_says_of_each() -> None:
    source = "{% listing n in numbers %}<b>{{ n }}</b>{{ mark }}{% endlisting %}"
    assert rendered(source, "zh-hans", numbers=[1, 2, 3], mark="<") == "<b>1</b>&lt;、<b>2</b>&lt;和<b>3</b>&lt;"
    assert rendered(source, numbers=[]) == ""
    with pytest.raises(TemplateSyntaxError, match="listing name in values"):
        Template("{% load folkmoot %}{% listing numbers %}{% endlisting %}")


def test_the_mark_is_a_ring_of_dots_and_decoration() -> None:
    assert rendered("{% mark 7 %}").count("<circle") == 7
    assert 'aria-hidden="true"' in rendered("{% mark 7 %}")


@pytest.mark.django_db
def test_a_term_shows_its_label_and_follows_a_new_adoption() -> None:
    source = "{{ code|term:'kinds-of-actor' }}"
    assert rendered(source, code="academia") == "<bdi>academia</bdi>"
    for label in ("Academia", "Research"):
        adopt_vocabulary(Actor.operator(), "kinds-of-actor", Text.of("Kinds", "en"), {"academia": Text.of(label, "en")})
        assert rendered(source, code="academia") == label
