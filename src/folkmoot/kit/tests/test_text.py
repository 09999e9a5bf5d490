"""Text in languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.kit.text import Text, direction, same_language

tags = st.sampled_from(["en", "ar", "zh-Hans", "zh-Hant", "fr", "ro", "und"])


def test_a_reader_gets_her_language_when_it_is_there() -> None:
    shown = Text.of("Opening", "en", ar="الافتتاح").shown_in("ar")
    assert (shown.value, shown.language, shown.direction, shown.foreign) == ("الافتتاح", "ar", "rtl", False)


def test_a_reader_gets_the_original_marked_as_foreign_when_her_language_is_missing() -> None:
    shown = Text.of("跨语言", "zh-Hans").shown_in("ar")
    assert (shown.value, shown.language, shown.direction, shown.foreign) == ("跨语言", "zh-Hans", "ltr", True)


def test_simplified_and_traditional_chinese_are_two_languages() -> None:
    assert not same_language("zh-Hans", "zh-Hant")
    assert Text.of("网络", "zh-Hans").shown_in("zh-Hant").foreign


def test_a_regional_reader_gets_the_general_language() -> None:
    shown = Text.of("Colour", "en").shown_in("en-GB")
    assert shown.value == "Colour"
    assert not shown.foreign


def test_a_machine_translation_is_marked_and_a_human_one_takes_the_mark_away() -> None:
    text = Text.of("Ouverture", "fr").with_translation("en", "Opening", machine=True)
    assert text.shown_in("en").machine
    assert not text.with_translation("en", "The opening").shown_in("en").machine


def test_an_explicit_script_decides_the_direction() -> None:
    assert direction("az-Arab") == "rtl"
    assert direction("ar-Latn") == "ltr"
    assert direction("ur") == "rtl"


@pytest.mark.parametrize("value", ["text", {"texts": []}, {"original": "en", "texts": {"fr": "x"}}])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"is not a text|has no text among"):
        Text.read(value)


@given(st.dictionaries(tags, st.text(), min_size=1), st.data())
def test_a_text_survives_being_written(texts: dict[str, str], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(sorted(texts)))
    machine = frozenset(data.draw(st.sets(st.sampled_from(sorted(texts)))))
    text = Text(original, texts, machine)
    assert Text.read(text.written()) == text
