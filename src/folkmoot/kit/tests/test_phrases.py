"""Lists, quotations and days as each language writes them."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from folkmoot.kit import dates, phrases

WHEN = datetime.datetime(2026, 11, 17, 22, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("language", "all_of_them", "one_of_them"),
    [("en", "a, b and c", "a, b or c"), ("ar", "a وb وc", "a أو b أو c"), ("zh-hans", "a、b和c", "a、b或c")],
)
def test_a_list_is_joined_as_its_language_joins_it(language: str, all_of_them: str, one_of_them: str) -> None:
    with override(language):
        assert phrases.listed("abc") == all_of_them
        assert phrases.either("abc") == one_of_them


def test_a_list_says_how_many_were_left_out() -> None:
    assert phrases.listed(["a", "b"], 3) == "a, b and 3 more"
    assert phrases.listed(["a", "b"], -1) == "a and b"
    assert phrases.listed([]) == ""
    assert phrases.listed(["{0}", "{1}"]) == "{0} and {1}"


def test_languages_are_listed_by_name() -> None:
    assert phrases.language_names(["en", "ar"]) == "English and Arabic"


def test_words_are_quoted_and_noted() -> None:
    assert phrases.noted(phrases.quoted("tea"), 2) == "“tea” (2)"


@pytest.mark.parametrize(
    ("language", "day"), [("en", "18 November, 06:30"), ("ar", "18 نوفمبر، 06:30"), ("zh-hans", "11月18日 06:30")]
)
def test_a_moment_is_a_day_of_the_venue_in_the_readers_language(language: str, day: str) -> None:
    with override(language):
        assert dates.moment_of_year(WHEN, ZoneInfo("Asia/Shanghai")) == day


def test_a_short_moment_takes_its_weekday_from_the_zone() -> None:
    assert dates.short_moment(WHEN) == "Tue 17, 22:30"
    assert dates.short_moment(WHEN, "Asia/Shanghai") == "Wed 18, 06:30"
