"""The archives: the carried figures are those of the collected facts, gaps are said, nothing was added."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from folkmoot.canon import canonical
from folkmoot.demo.archives.compilation import ARCHIVES
from folkmoot.demo.archives.facts import ArchivePlan, Year
from folkmoot.demo.archives.internet_governance_forum import YEARS as FORUM_YEARS
from folkmoot.demo.archives.world_internet_conference import WORLD_INTERNET_CONFERENCE
from folkmoot.kit.text import Text

CONFERENCE_YEARS = WORLD_INTERNET_CONFERENCE.years


def read(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "domain" / name).read_text(encoding="utf-8"))
    return found


def edition_figures(edition: Mapping[str, Any]) -> dict[str, int]:
    """The figures of one edition in the collected facts, under our keys."""
    competition = edition.get("competition", {})
    expo = edition.get("expo_results", {})
    found = {
        "participants": edition.get("participants"),
        "countries": edition.get("countries"),
        "main-forums": edition.get("main_forums"),
        "sub-forums": edition.get("sub_forums"),
        "exhibitors": edition.get("exhibitors"),
        "exhibitor-countries": edition.get("exhibitor_countries"),
        "new-products": expo.get("new_products"),
        "signings": expo.get("project_signings"),
        "achievements": edition.get("achievements"),
        "achievement-submissions": edition.get("achievement_submissions"),
        "achievement-jury": edition.get("achievement_jury"),
        "competition-projects": competition.get("projects"),
        "competition-countries": competition.get("countries"),
        "competition-final": competition.get("final"),
        "outstanding-cases": edition.get("outstanding_cases"),
    }
    return {key: number for key, number in found.items() if number is not None}


def test_every_edition_of_the_conference_is_carried_over(real_data: Path) -> None:
    editions = read(real_data, "wic-editions.json")["editions"]
    assert [edition["year"] for edition in editions] == [year.year for year in CONFERENCE_YEARS]
    for edition, year in zip(editions, CONFERENCE_YEARS, strict=True):
        assert dict(year.figures()) == edition_figures(edition), year.year
        assert_words_agree(edition, year)
        assert_sources_agree(edition["source"], year)


def assert_words_agree(edition: Mapping[str, Any], year: Year) -> None:
    words = {key: str(text).strip("“”") for key, text in year.words().items()}
    dates = " – ".join((edition["start"], edition["end"])) if "start" in edition else None
    assert words.get("dates") == dates
    assert words.get("theme") == edition.get("theme")
    assert words.get("theme-zh") == edition.get("theme_zh")
    assert ("hybrid" in edition.get("mode", "")) == ("mode" in words)


def assert_sources_agree(source: list[str], year: Year) -> None:
    """Press texts that have no address are named by their year."""
    named = [f"press text of {year.year}" if line.startswith("seed ") else line for line in source]
    assert list(year.source) == named


def test_approximate_figures_say_so(real_data: Path) -> None:
    statuses = {
        (year.year, fact.key): fact.status for year in CONFERENCE_YEARS for fact in year.facts if fact.key != "theme"
    }
    for edition in read(real_data, "wic-editions.json")["editions"]:
        for key in ("participants", "countries", "exhibitors"):
            if f"{key}_note" in edition:
                assert statuses[edition["year"], key] != "as-given", (edition["year"], key)


def test_the_forums_yearly_figures_are_carried_over(real_data: Path) -> None:
    meetings = read(real_data, "igf-process.json")["meetings"]
    assert [meeting["year"] for meeting in meetings] == [year.year for year in FORUM_YEARS]
    for meeting, year in zip(meetings, FORUM_YEARS, strict=True):
        assert str(year.words()["place"]) == meeting["place"]
        sources = meeting["source"]
        assert list(year.source) == ([sources] if isinstance(sources, str) else sources)
        assert dict(year.figures()) == meeting_figures(meeting), year.year


OURS = {
    "participants_over": "participants", "onsite_over": "onsite", "onsite": "onsite", "online_over": "online",
    "registered_over": "registrations", "registrations": "registrations", "countries_over": "countries",
    "sessions_over": "sessions", "first_timers_pct": "first-timers",
}  # fmt: skip


def meeting_figures(meeting: Mapping[str, Any]) -> dict[str, int]:
    found = {ours: meeting[theirs] for theirs, ours in OURS.items() if theirs in meeting}
    for prefix in ("gender", "groups", "regions"):
        for name, number in meeting.get(f"{prefix}_pct", {}).items():
            found[f"{prefix.removesuffix('s')}-{name.lower().replace(' ', '-')}"] = number
    if "mps" in meeting:
        share, _, countries = meeting["mps"].removeprefix("about ").partition(" per cent, ")
        found |= {"members-of-parliament": int(share), "parliament-countries": int(countries.split()[0])}
    return found


def test_figures_that_are_more_than_say_so(real_data: Path) -> None:
    for meeting, year in zip(read(real_data, "igf-process.json")["meetings"], FORUM_YEARS, strict=True):
        over = {ours for theirs, ours in OURS.items() if theirs in meeting and theirs.endswith("_over")}
        assert {fact.key for fact in year.facts if fact.status == "over"} == over


def test_2020_stands_in_place_of_a_cancelled_edition_and_2025_shows_its_gap() -> None:
    years = {year.year: year for year in CONFERENCE_YEARS}
    assert str(years[2020].words()["remark"]) == "held in place of a cancelled edition"
    assert "dates" in years[2025].missing()
    assert years[2025].row()["fields"][-1]["status"] == "gap"
    assert "Dates" in years[2025].row()["fields"][-1]["value"]["texts"]["en"]


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda archive: archive.slug)
def test_every_row_names_its_sources_and_every_label_stands_in_three_languages(archive: ArchivePlan) -> None:
    facts = archive.facts()
    assert canonical(facts)
    for text in (archive.title, archive.institution, archive.note, archive.gap):
        assert set(text.texts) == {"en", "ar", "zh-Hans"}
    for row in facts["rows"]:
        assert row["source"]
        assert str(Text.read(row["name"]))
        for field in row["fields"]:
            assert set(field["label"]["texts"]) == {"en", "ar", "zh-Hans"}
            assert field["status"]
            assert isinstance(field["value"], int) or Text.read(field["value"])


def test_the_entries_of_archives_count_countries_and_areas() -> None:
    for archive in ARCHIVES:
        for row in archive.facts()["rows"]:
            labels = [field["label"]["texts"]["en"] for field in row["fields"]]
            assert not [label for label in labels if "ountries" in label and "and areas" not in label]
