"""Whatever the bytes are: a schedule comes out, or one sentence."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.reading import read_schedule
from folkmoot.halls.convene.timetable.importers.tests.files import (
    csv_schedule,
    event,
    json_event,
    json_schedule,
    xml,
)

SEEDS = [
    xml(event(inner="<persons><person id='1'>Ada</person></persons><date>2026-11-03T09:30:00Z</date>")).encode(),
    json_schedule(json_event(persons=[{"id": 1, "name": "Ada"}], links=["x"])).encode(),
    csv_schedule("1,开幕,大厅,2026-11-03 09:30,10:15,白居易").encode(),
    csv_schedule("1,开幕,大厅,2026-11-03 09:30,10:15,白居易").encode("gb18030"),
]
words = st.text(max_size=12) | st.sampled_from(
    [
        "2026-11-03",
        "2026-11-03T09:30:00+08:00",
        "2026-03-29 02:30",
        "09:30",
        "00:30",
        "1:00:00",
        "Ada; Bai",
        "yes",
        "1",
    ]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
FIELDS = [
    "id",
    "guid",
    "title",
    "date",
    "start",
    "end",
    "duration",
    "room",
    "persons",
    "links",
    "track",
    "cancelled",
]


def read_or_refuse(content: bytes) -> None:
    """Read; anything but a schedule or a sentence is a failure."""
    for zone in ("Europe/Brussels", None):
        try:
            file = read_schedule(content, name="x.csv", zone=zone, edition_zone=None)
        except ScheduleFileError as error:
            str(error).encode()
        else:
            for one in file.events:
                assert one.title.encode()
                assert one.key.encode()
                assert all(slot.start.tzinfo and slot.start.timestamp() <= slot.end.timestamp() for slot in one.slots)
            assert all(str(remark).encode() for remark in file.remarks)


@given(st.binary(max_size=300))
@example(b"<schedule")
@example(b'{"schedule":')
@example(b"title,start,end\n\x00,\x00,\x00")
def test_arbitrary_bytes_are_read_or_refused(content: bytes) -> None:
    read_or_refuse(content)


@given(st.sampled_from(SEEDS), st.data())
def test_a_damaged_file_is_read_or_refused(seed: bytes, data: st.DataObject) -> None:
    content = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=4))
        if not content:
            break
    read_or_refuse(bytes(content))


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), values, max_size=8), max_size=3))
def test_arbitrary_json_values_are_read_or_refused(events: list[dict[str, object]]) -> None:
    text = json.dumps({"schedule": {"conference": {"days": [{"date": "2026-11-03", "rooms": {"Hall": events}}]}}})
    read_or_refuse(text.encode())


@given(values)
def test_arbitrary_json_is_read_or_refused(value: object) -> None:
    for text in (value, {"schedule": value}, {"schedule": {"conference": value}}):
        read_or_refuse(json.dumps(text).encode())


@given(st.lists(st.lists(words, min_size=6, max_size=6), max_size=4))
def test_arbitrary_cells_are_read_or_refused(rows: list[list[str]]) -> None:
    cells = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    read_or_refuse(csv_schedule(*cells).encode("utf-8", "replace"))


@given(words, words, words, words)
def test_arbitrary_words_in_xml_are_read_or_refused(title: str, start: str, date: str, zone: str) -> None:
    inner = f"<date>{date}</date>"
    text = xml(event(title=title, start=start, inner=inner), conference=f"<time_zone_name>{zone}</time_zone_name>")
    read_or_refuse(text.encode("utf-8", "replace"))
