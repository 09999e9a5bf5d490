"""Fields for officers: characters that deceive, texts in languages, local moments."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.kit.characters import clean_block, clean_line, removed_from
from folkmoot.kit.forms import Entered, LineField, MomentField, MultilingualFormField, MultilingualWidget, NotedForm
from folkmoot.kit.languages import is_tag, language_name
from folkmoot.kit.text import Text


@given(st.text())
def test_a_clean_line_is_one_line_and_stays_as_it_is(value: str) -> None:
    line = clean_line(value)
    assert "\n" not in line
    assert removed_from(line) == []
    assert clean_line(line) == line


@given(st.text())
def test_a_clean_block_stays_as_it_is(value: str) -> None:
    assert clean_block(clean_block(value)) == clean_block(value)
    assert removed_from(clean_block(value), block=True) == []


def test_marks_that_honest_names_need_stay() -> None:
    persian = "می\u200cخواهم"
    assert clean_line(persian) == persian
    assert clean_line("👩\u200d🔬") == "👩\u200d🔬"


def test_a_form_says_what_was_taken_out() -> None:
    class Named(NotedForm):
        """One line."""

        name = LineField(label="Name")

    form = Named({"name": "a\u202eb\u0007"})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "ab"
    assert form.notes == ["Invisible or control characters (U+0007 and U+202E) were taken out of “Name”."]


def test_the_widget_gathers_what_a_browser_sends() -> None:
    data = QueryDict(
        "t-text-en=Hello&t-text-ar=%D9%85&t-original=ar&t-machine=en&t-text-%3Cscript%3E=x&u-text-en=other"
    )
    entered = MultilingualWidget(["en", "ar"]).value_from_datadict(data, {}, "t")
    assert entered == Entered("ar", {"en": "Hello", "ar": "م"}, frozenset({"en"}))


@given(
    st.dictionaries(
        st.sampled_from(["en", "ar", "zh-Hans", "und"]), st.text("abc ", min_size=1, max_size=5).map(str.strip)
    )
)
def test_a_text_that_is_shown_and_sent_back_is_the_same(texts: dict[str, str]) -> None:
    kept = {tag: text for tag, text in texts.items() if text}
    text = Text(next(iter(kept)), kept) if kept else Text()
    assert MultilingualFormField(["en"], required=False).clean(Entered.of(text)) == text


def test_every_row_says_its_direction_and_escapes_its_text() -> None:
    text = Text("ar", {"ar": '"><script>', "en": "</textarea><script>"})
    for block in (False, True):
        html = MultilingualWidget(["en"], block=block).render("t", text, {"id": "id_t"})
        assert "<script>" not in html
        assert 'dir="rtl" lang="ar"' in html


@pytest.mark.parametrize(
    ("local", "utc"),
    [("2026-11-19T09:30", "2026-11-19T01:30"), ("2026-11-19 09:30:15", "2026-11-19T01:30:15")],
)
def test_a_moment_is_local_to_its_zone(local: str, utc: str) -> None:
    moment = MomentField("Asia/Shanghai").clean(local)
    assert moment == datetime.datetime.fromisoformat(utc).replace(tzinfo=datetime.UTC)


@pytest.mark.parametrize("value", ["", "soon", "2026-13-01T00:00", "2026-03-29T02:30", "0001-01-01T00:00"])
def test_what_is_no_moment_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        MomentField("Europe/Berlin").clean(value)


@given(st.integers(1_577_836_800, 2_208_988_800))
def test_a_kept_moment_that_is_shown_and_sent_back_is_the_same(seconds: int) -> None:
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    field = MomentField("Europe/Berlin")
    field.kept = [moment]
    assert field.clean(field.prepare_value(moment)) == moment


def test_a_double_hour_is_noted() -> None:
    field = MomentField("Europe/Berlin")
    moment = field.clean("2026-10-25T02:30")
    assert moment == datetime.datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert len(field.notes) == 1


def test_tags_and_names_of_languages() -> None:
    assert [is_tag(tag) for tag in ("en", "zh-Hans", "und", "", "e", "en_GB", "<b>")] == [True, True, True] + [
        False
    ] * 4
    assert language_name("ar", "en") == "Arabic"
    assert language_name("qqq", "en")
    assert language_name("und", "en") == "language not stated"
