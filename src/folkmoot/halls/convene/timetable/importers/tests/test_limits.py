"""A file may hold much, and what it may hold is bounded: also for files made to do harm."""

from __future__ import annotations

import pytest

from folkmoot.halls.convene.timetable.importers.document import Limits
from folkmoot.halls.convene.timetable.importers.tests.files import (
    csv_schedule,
    event,
    json_event,
    json_schedule,
    read,
    refusal,
    xml,
)


def test_a_file_beyond_the_limit_is_refused_before_it_is_decoded() -> None:
    limit = 1024
    assert "has 1025 bytes; at most 1024 are read" in refusal(b"\xff" * (limit + 1), Limits(size=limit))


def test_the_default_limit_is_fifty_megabytes() -> None:
    assert "at most 52428800 are read" in refusal(bytes(50 * 1024 * 1024 + 1))


def test_strings_that_are_never_closed_take_no_more_than_a_moment() -> None:
    assert "The JSON is broken" in refusal('{"schedule": "' + '\\"' * 1_000_000)


def test_a_session_with_five_thousand_speakers_is_refused_by_name() -> None:
    people = "".join(f"<person>Person {number}</person>" for number in range(5000))
    sentence = refusal(xml(event(inner=f"<persons>{people}</persons>")))
    assert sentence == (
        'Line 3: The session "Opening" names 5000 people; at most 500 are read. Is everybody in it a speaker?'
    )


def test_too_many_sessions_are_refused() -> None:
    rows = (f"{number},Opening,,,," for number in range(11))
    assert "holds 11 sessions; at most 10 are read" in refusal(csv_schedule(*rows), Limits(events=10))


def test_too_many_links_are_refused() -> None:
    links = ["https://a.example"] * 501
    assert "has 501 links" in refusal(json_schedule(json_event(links=links)))


def test_a_title_that_is_too_long_is_refused_with_its_beginning() -> None:
    sentence = refusal(xml(event(title="long " * 500)))
    assert sentence.startswith('Line 3: The title "long long')
    assert "has 2499 characters; at most 1000 are read" in sentence


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<schedule>" + "<a/>" * 1_100_000, "holds more than 1000000 elements"),
        ("<schedule " + " ".join(f'a{number}=""' for number in range(300_000)), "more than 1048576 bytes"),
        ('{"schedule": [' + "1," * 1_100_000, "holds more than 1000000 values"),
        ('{"schedule": [' + "[]," * 600_000, "holds more than 1000000 values"),
        ("title," * 300, "The header has 301 columns"),
        ("title,start,end\n" + "," * 3_000_000, "Line 2: This line has 3000000 characters"),
        ("title,start,end\n" + "A,,\n" * 30_000, "holds 20001 sessions"),
        (csv_schedule(*(f"1,A,Room {n},2026-11-03 09:30,10:00," for n in range(600))), "more than 500 slots"),
    ],
)
def test_a_file_made_to_fill_the_memory_or_to_take_for_ever_is_refused(content: str, sentence: str) -> None:
    assert sentence in refusal(content)


def test_very_many_unknown_paths_are_summed_up() -> None:
    inner = "".join(f"<x{number}>y</x{number}>" for number in range(300))
    unknown = read(xml(event(inner=inner))).unknown
    assert len(unknown) == 201
    assert unknown[-1] == ("...", 100)
