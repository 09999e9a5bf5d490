"""Words: how texts of all scripts are cut and folded, and where the words stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.halls.site.search.words import MOST_TERMS, fold, terms_of, words_in


def values(text: str) -> list[str]:
    return [word.value for word in words_in(text)]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ÉCONOMIE", "economie"),
        ("e\u0301conomie", "economie"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("București", "bucuresti"),
        ("Ёжик", "ежик"),
        ("ＡＢＣ１", "abc1"),
        ("٢٠٢٦", "2026"),
        ("أحمد", "احمد"),
        ("إحسان", "احسان"),
        ("آمال", "امال"),
        ("مستشفى", "مستشفي"),
        ("حوكمة", "حوكمه"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_letters_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_runs_without_spaces_become_overlapping_pairs_and_their_last_letter() -> None:
    assert values("人工智能") == ["人工", "工智", "智能", "能"]
    assert values("AI人工 2026年") == ["ai", "人工", "工", "2026", "年"]
    assert values("インターネット")[:2] == ["イン", "ンタ"]
    assert values("ไทย")[0] == "ไท"
    assert values("한국 인터넷") == ["한국", "인터넷"]


def test_marks_do_not_end_a_word_and_signs_do() -> None:
    assert values("l'Internet—open/closed, (2026)!") == ["l", "internet", "open", "closed", "2026"]
    assert values("مُحَمَّد") == ["محمد"]


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("net", "networks", True),
        ("ne", "networks", False),
        ("AI", "ai", True),
        ("AI", "aim", False),
        ("إنترنت", "الانترنت", True),
        ("智", "智能", True),
        ("能智", "智能", False),
    ],
)
def test_a_question_asks_for_words_and_for_their_beginnings(question: str, text: str, fits: bool) -> None:
    assert terms_of(question)[0].fits(fold(text)) is fits


def test_a_long_question_is_cut_and_says_each_word_once() -> None:
    assert [term.forms for term in terms_of("open Open OPEN networks")] == [("open",), ("networks",)]
    assert len(terms_of(" ".join(f"w{n}" for n in range(200)))) == MOST_TERMS
    assert terms_of("!? “” … \0 \u202e") == []


@given(st.text(max_size=300))
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words_in(text):
        assert 0 <= word.start < word.end <= len(text)
        assert "\0" not in word.value


@given(st.text(max_size=60))
def test_what_a_text_says_is_found_by_the_text_itself(text: str) -> None:
    there = values(text)
    assert all(any(term.fits(word) for word in there) for term in terms_of(text))
