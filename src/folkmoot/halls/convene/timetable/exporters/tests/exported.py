"""Releases to export, and short ways to write and read them."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.exporters.formats import FORMATS
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.kit.actor import Actor

Row = dict[str, str]


def source(language: str = "", slug: str = "2026") -> Source:
    """What exports of the current release are made from."""
    published = Published.of(slug)
    assert published is not None
    return Source.of(published, language)


def released(edition: Edition, name: str = "Next") -> Source:
    """Release the draft, and return what exports of it are made from."""
    release_timetable(Actor.operator(), edition, name)
    return source(slug=edition.slug)


def written(suffix: str, language: str = "", slug: str = "2026") -> bytes:
    """The current release in a format."""
    return FORMATS[suffix].write(source(language, slug))


def unfolded(calendar: bytes) -> list[str]:
    """The content lines of a calendar (RFC 5545, 3.1)."""
    return calendar.decode().replace("\r\n ", "").split("\r\n")


def components(calendar: bytes) -> list[Row]:
    """The events of a calendar: properties with their parameters left out."""
    found: list[Row] = []
    for line in unfolded(calendar):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name.partition(";")[0], value)
    return found


def event_called(calendar: bytes, title: str) -> Row:
    """The event whose summary begins so."""
    return next(event for event in components(calendar) if event["SUMMARY"].startswith(title))


def tree(content: bytes) -> ElementTree.Element:
    """A schedule.xml as a tree."""
    return ElementTree.fromstring(content)


def xml_event(content: bytes, title: str) -> ElementTree.Element:
    """The event of a schedule.xml whose title begins so."""
    return next(event for event in tree(content).iter("event") if event.findtext("title", "").startswith(title))


def json_event(content: bytes, title: str) -> dict[str, Any]:
    """The event of a schedule.json whose title begins so."""
    days = json.loads(content)["schedule"]["conference"]["days"]
    events: list[dict[str, Any]] = [e for day in days for rows in day["rooms"].values() for e in rows]
    return next(event for event in events if event["title"].startswith(title))


def csv_rows(content: bytes) -> list[Row]:
    """The rows of a CSV."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
