"""Each format is read in full, and what is not understood is counted and not dropped."""

from __future__ import annotations

import pytest

from folkmoot.halls.convene.timetable.importers.document import FileLink, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.tests.files import (
    csv_schedule,
    event,
    json_event,
    json_schedule,
    read,
    remarks_of,
    xml,
)

RICH = """
<subtitle>and why</subtitle><slug>opening</slug><type>lecture</type><track>Main</track><language>zh</language>
<abstract>&lt;p&gt;Welcome&lt;/p&gt;</abstract><description>Line one
line two</description><url>https://moot.example/1</url><recording><optout>true</optout></recording>
<persons><person id="7" role="keynote">Bai Juyi</person><person guid="g-1">Ada</person></persons>
<links><link href="https://a.example">A</link><link>https://b.example</link></links>
<attachments><attachment type="slides" href="/s.pdf">Slides</attachment></attachments>
"""


def test_every_field_of_an_xml_event_is_read() -> None:
    one = read(xml(event(inner=RICH))).events[0]
    assert (one.subtitle, one.slug, one.kind, one.track) == ("and why", "opening", "lecture", "Main")
    assert (one.language, one.url, one.do_not_record) == ("zh", "https://moot.example/1", True)
    assert one.description == "Line one\nline two"
    assert [(person.key, person.role, person.guid) for person in one.mentions] == [
        ("id:7", "keynote", None),
        ("name:Ada", "", "g-1"),
    ]
    assert one.links == (FileLink("https://a.example", "A"), FileLink("https://b.example"))
    assert one.attachments == (FileLink("/s.pdf", "Slides", "slides"),)


def test_html_in_a_text_is_kept_as_text() -> None:
    assert read(xml(event(inner=RICH))).events[0].abstract == "<p>Welcome</p>"


def test_markup_within_an_xml_text_keeps_its_words_and_is_counted() -> None:
    file = read(xml(event(inner="<abstract>Dear <b>all</b>!</abstract>")))
    assert file.events[0].abstract == "Dear all!"
    assert ("event/abstract/b", 1) in file.unknown


def test_unknown_elements_and_attributes_are_counted_by_path() -> None:
    inner = "<feedback_url>https://f</feedback_url><stream/><persons><team>x</team></persons>"
    file = read(xml(event(inner=inner), event("2", inner=inner), room='name="Hall" slug="h"'))
    assert dict(file.unknown) == {"event/feedback_url": 2, "persons/team": 2, "room@slug": 1}


def test_a_second_title_is_counted_and_the_first_is_used() -> None:
    file = read(xml(event(inner="<title>Ouverture</title>")))
    assert file.events[0].title == "Opening"
    assert ("event/title", 1) in file.unknown


def test_a_room_without_a_session_does_not_count() -> None:
    file = read(xml(event()).replace("</day>", '<room name="Empty"/></day>'))
    assert [room.name for room in file.rooms] == ["Hall"]


def test_another_room_within_the_event_is_remarked_on() -> None:
    file = read(xml(event(inner="<room>Cellar</room>")))
    assert file.events[0].slots[0].room == "Hall"
    assert 'stands in room "Hall" and names room "Cellar"' in remarks_of(file)


def test_every_field_of_a_json_event_is_read() -> None:
    file = read(
        json_schedule(
            json_event(
                guid="AAAAAAAA-1111-4222-8333-444444444444",
                type="panel",
                do_not_record=True,
                cancelled=True,
                persons=[{"id": 7, "public_name": "Bai", "biography": "Poet"}, "Ada"],
                links=["https://a.example", {"url": "https://b.example", "title": "B"}],
                answers=[{"question": 1}],
            ),
            rooms=[{"name": "Hall", "guid": "r-1", "capacity": 300, "description": "Large"}],
        )
    )
    one = file.events[0]
    assert one.key == "aaaaaaaa-1111-4222-8333-444444444444"
    assert (one.kind, one.do_not_record, one.cancelled, one.line) == ("panel", True, True, 10)
    assert [(person.key, person.biography) for person in one.mentions] == [("id:7", "Poet"), ("name:Ada", "")]
    assert one.links == (FileLink("https://a.example"), FileLink("https://b.example", "B"))
    assert (file.rooms[0].capacity, file.rooms[0].guid, file.rooms[0].description) == (300, "r-1", "Large")
    assert file.unknown == (("event/answers", 1),)


def test_the_line_of_each_json_event_is_known() -> None:
    text = json_schedule(json_event(), json_event(id=2, title='A "quoted" \\ {title'), json_event(id=3))
    lines = text.split("\n")
    assert [lines[one.line - 1].strip() for one in read(text).events if one.line] == ["{", "{", "{"]
    assert [lines[one.line].strip() for one in read(text).events if one.line] == [
        '"id": 1,',
        '"id": 2,',
        '"id": 3,',
    ]


def test_a_text_in_several_languages_gives_one_with_a_remark() -> None:
    file = read(json_schedule(json_event(track={"en": "Law", "de": "Recht"})))
    assert file.events[0].track == "Law"
    assert 'only "en" is taken over' in remarks_of(file)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_is_read_with_comma_semicolon_or_tab(separator: str) -> None:
    row = ["1", "Opening", "Hall", "2026-11-03 09:30", "10:15", '"moderator: Ada; Bai"']
    header = "id,title,room,start,end,speakers".replace(",", separator)
    one = read(csv_schedule(separator.join(row), header=header)).events[0]
    assert one.slots[0].end.isoformat() == "2026-11-03T10:15:00+08:00"
    assert [(person.name, person.role) for person in one.mentions] == [("Ada", "moderator"), ("Bai", "")]


def test_full_width_signs_separate_speakers_and_roles_too() -> None:
    one = read(csv_schedule("1,开幕,大厅,2026-11-03 09:30,10:15,主持人：白居易；李白")).events[0]
    assert [(person.name, person.role) for person in one.mentions] == [("白居易", "主持人"), ("李白", "")]


def test_a_line_with_the_separator_may_stand_first() -> None:
    text = 'sep=;\nid;title;start;duration;x\n\n1;"Two\nlines";2026-11-03 09:30;45;y\n'
    file = read(text)
    assert (file.events[0].title, file.events[0].line) == ("Two lines", 4)
    assert file.unknown == (("column x", 1),)


def test_an_end_at_night_is_on_the_next_date() -> None:
    slot = read(csv_schedule("1,Party,Hall,2026-11-03 23:00,01:30,")).events[0].slots[0]
    assert slot.end.isoformat() == "2026-11-04T01:30:00+08:00"


def test_a_csv_session_without_a_start_has_no_time_yet() -> None:
    file = read(csv_schedule("1,Opening,,,,"), zone=None)
    assert file.events[0].slots == ()
    assert '"Opening" has no time yet' in remarks_of(file)


@pytest.mark.parametrize(("word", "answer"), [("yes", True), ("X", True), ("", False), ("no", False), ("0", False)])
def test_cancelled_is_yes_or_no(word: str, answer: bool) -> None:
    text = csv_schedule(f"Opening,2026-11-03 09:30,30,{word}", header="title,start,duration,cancelled")
    assert read(text).events[0].cancelled is answer


def test_another_answer_than_yes_or_no_is_refused() -> None:
    text = csv_schedule("Opening,2026-11-03 09:30,30,perhaps", header="title,start,duration,cancelled")
    with pytest.raises(ScheduleFileError, match=r'Line 2: cancelled says "perhaps"\. Write yes or no'):
        read(text)


def test_the_format_is_told_by_the_content_and_a_wrong_suffix_is_remarked_on() -> None:
    file = read(xml(event()), name="schedule.json")
    assert file.format == "pentabarf-xml"
    assert 'called "schedule.json"' in remarks_of(file)


def test_of_a_hundred_and_fifty_equal_remarks_a_hundred_are_kept_and_the_rest_counted() -> None:
    rows = (f"{number},Opening {number},,,," for number in range(150))
    remarks = read(csv_schedule(*rows)).remarks
    assert len(remarks) == 101
    assert "There are 50 more remarks like this one" in str(remarks[-1])
