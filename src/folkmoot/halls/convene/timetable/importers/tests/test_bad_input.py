"""Whatever is wrong with a file gets one clear sentence, with the line where there is one."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile

import pytest

from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.tests.files import (
    csv_schedule,
    event,
    json_event,
    json_schedule,
    read,
    refusal,
    remarks_of,
    xml,
)

LAUGHS = '<!DOCTYPE schedule [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'


def packed() -> bytes:
    parcel = io.BytesIO()
    with zipfile.ZipFile(parcel, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("schedule.xml", b"0" * 10_000_000)
    return parcel.getvalue()


@pytest.mark.parametrize("content", [b"", b"  \n", b"\xef\xbb\xbf", b"\x00\x00\x00"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert "The file is empty" in refusal(content)


def test_a_zip_bomb_is_not_unpacked() -> None:
    assert "is a zip archive. Archives and .xlsx or .ods workbooks are not unpacked" in refusal(packed())


def test_a_gzipped_file_is_not_unpacked() -> None:
    assert "is a gzip archive" in refusal(gzip.compress(xml(event()).encode()))


@pytest.mark.parametrize(("content", "kind"), [(b"%PDF-1.7", "PDF"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel")])
def test_other_documents_are_told_to_be_exported(content: bytes, kind: str) -> None:
    assert f"is a {kind}" in refusal(content)


@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html><html>", "<html lang='en'>", "<?xml version='1.0'?>\n<!DOCTYPE html>\n<html>"]
)
def test_a_web_page_is_recognised(page: str) -> None:
    assert "The file is a web page" in refusal(page)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", "is a calendar"),
        ("Dear all,\nsee you soon", 'begins with "Dear all, see you soon"'),
        ("<rss version='2.0'/>", "its first element is <rss> and not <schedule>"),
        ("[]", "it is no schedule"),
        ('{"schedule": 5}', "it is no schedule"),
        ('{"schedule": {"conference": {}}}', "holds no session"),
        ("<schedule/>", "holds no session"),
    ],
)
def test_what_is_no_schedule_is_told_so(content: str, sentence: str) -> None:
    assert sentence in refusal(content)


@pytest.mark.parametrize(
    "prologue",
    [
        LAUGHS,
        '<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE schedule [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]>',
    ],
)
def test_entity_declarations_are_refused(prologue: str) -> None:
    assert "Declarations and entities of its own" in refusal(prologue + xml(event()))


def test_an_entity_from_an_outer_document_type_is_refused_and_nothing_is_fetched() -> None:
    text = '<!DOCTYPE schedule SYSTEM "file:///etc/passwd">\n' + xml(event(inner="<abstract>&leak;</abstract>"))
    assert "&leak;" in refusal(text)


def test_a_plain_document_type_is_harmless() -> None:
    assert read('<!DOCTYPE schedule SYSTEM "schedule.dtd">\n' + xml(event())).events


def test_broken_xml_names_the_line() -> None:
    assert refusal("<schedule>\n<day>\n</schedule>").startswith("Line 3: The XML is broken here: mismatched tag")


def test_a_character_reference_to_a_control_character_names_the_line() -> None:
    assert refusal(xml(event(inner="<abstract>&#1;</abstract>"))).startswith("Line 5: The XML is broken")


def test_deep_xml_is_refused() -> None:
    assert "nested more than 64 levels deep" in refusal("<schedule>" + "<a>" * 100_000)


@pytest.mark.parametrize("bracket", ["[", '{"a":', '[{"a":'])
def test_json_nested_a_hundred_thousand_deep_is_refused(bracket: str) -> None:
    assert "nested more than 64 levels deep" in refusal('{"schedule":\n' + bracket * 100_000)


def test_brackets_within_json_texts_are_not_nesting() -> None:
    assert read(json_schedule(json_event(abstract='[{"' * 1000))).events


def test_broken_json_names_the_line() -> None:
    assert refusal('{"schedule":\n{"conference": nothing}}').startswith("Line 2: The JSON is broken here")


def test_a_huge_number_is_refused() -> None:
    assert "has 5000 digits" in refusal('{"schedule": ' + "9" * 5000 + "}")


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_refused(word: str) -> None:
    assert f"The JSON holds {word}" in refusal('{"schedule": ' + word + "}")


def test_a_key_twice_in_json_is_refused_because_one_would_be_lost() -> None:
    assert 'The key "Hall" stands twice' in refusal('{"schedule": {"Hall": [], "Hall": [1]}}')


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (json_schedule(json_event(title=["x"])), "days[0].rooms.Hall[0].title is not a text"),
        (json_schedule(json_event(title=True)), "days[0].rooms.Hall[0].title is not a text: true"),
        (json_schedule(json_event(persons="Ada")), "rooms.Hall[0].persons is not a list"),
        (json_schedule(json_event(persons=[7])), "rooms.Hall[0].persons[0] is not an object"),
        (json_schedule("opening"), "rooms.Hall[0] is not an object"),
        (json_schedule(days={}), "schedule.conference.days is not a list"),
        (json_schedule(days=[{"date": "2026-11-03", "rooms": []}]), "days[0].rooms is not an object"),
        ('{"schedule": {"conference": []}}', "schedule.conference is not an object"),
    ],
)
def test_a_wrong_type_in_json_is_refused_with_the_path(text: str, sentence: str) -> None:
    assert sentence in refusal(text)


def test_a_wrong_type_in_a_json_event_names_its_line() -> None:
    assert refusal(json_schedule(json_event(), json_event(title=[]))).startswith("Line 16: ")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (xml(event(title="  ")), "Line 3: The session with id 1 has no title"),
        (xml(event(start="25:00")), 'Line 3: "25:00" is not a time of day'),
        (xml(event(start="noon")), 'Line 3: "noon" is not a time of day'),
        (xml(event().replace("00:30", "half an hour")), 'Line 3: "half an hour" is not a duration'),
        (xml(event().replace("00:30", "")), "Line 3: .* has neither an end nor a duration"),
        (xml(event(), day='date="2026-13-03"'), 'Line 2: "2026-13-03" is not a date'),
        (xml(event(), day=""), 'Line 3: "Opening" starts at "09:30" and has no date'),
        (xml(event(), room='name="Hall" capacity="many"'), 'Line 2: The capacity "many"'),
        (xml(event(), conference="<day_change>late</day_change>"), '"late" is not a time of day'),
        (csv_schedule("1,A,H,2026-11-03 10:00,2026-11-03 09:00,"), 'Line 2: "A" ends at .* before it starts'),
        (csv_schedule("1,A,H,2026-11-03 10:00,2027-11-03 09:00,"), "at most 31 days"),
        (csv_schedule("1,A,H,03.11.2026,10:00,"), 'Line 2: "03.11.2026" is not a time of day'),
        (csv_schedule("1,A,H,2026-11-03 10:00,,"), "has neither an end nor a duration"),
    ],
)
def test_times_and_titles_that_cannot_be_read_are_refused_with_line_and_value(text: str, sentence: str) -> None:
    with pytest.raises(ScheduleFileError, match=sentence):
        read(text)


def test_an_end_that_contradicts_the_duration_is_refused() -> None:
    text = csv_schedule("A,2026-11-03 10:00,11:00,30", header="title,start,end,duration")
    assert "but its duration 30 says something else" in refusal(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title,room\nA,H\n", "Line 1: The first row should name the columns, but “start”, “end” is not there"),
        ("start,end,room\n", "but “title” is not there"),
        ("title,start,end,title\n", 'The column "title" stands twice'),
        (csv_schedule("1,A,H"), "Line 2: The row has 3 cells and the header 6"),
        (csv_schedule("1,A", *[""] * 3, "2,B,H"), "Line 2: The row has 2 cells"),
        (csv_schedule("1,A,H,,,", '2,"B,H,,,', "3,C,H,,,"), "Line 3: A double quote is opened in this row"),
        (csv_schedule('1,"A"x,H,,,'), "Line 2: The CSV is broken in this row"),
        (csv_schedule('1,"' + "A" * 200_000), "Line 2: A cell of this row is longer than"),
    ],
)
def test_csv_that_does_not_hold_together_is_refused_with_the_line(text: str, sentence: str) -> None:
    assert sentence in refusal(text)


def test_reading_csv_leaves_the_field_limit_of_the_process_alone() -> None:
    before = csv.field_size_limit()
    read(csv_schedule("1,A,H,,,"))
    assert csv.field_size_limit() == before


def test_html_and_scripts_are_text_and_no_error() -> None:
    script = '<script>alert("x")</script>'
    one = read(json_schedule(json_event(title=script, abstract=script))).events[0]
    assert (one.title, one.abstract) == (script, script)


def test_direction_overrides_and_controls_go_from_titles_with_a_remark() -> None:
    file = read(json_schedule(json_event(title="Safe\u202egnp.exe\u0007\x00\ud800")))
    assert file.events[0].title == "Safegnp.exe"
    assert "(U+0000, U+0007, U+202E, U+D800) were removed from the title" in remarks_of(file)


def test_marks_that_honest_names_need_are_kept() -> None:
    names = ["\u200fمؤتمر", "می\u200cخواهم", "👩\u200d🚀"]
    file = read(json_schedule(json_event(persons=names)))
    assert [mention.name for mention in file.events[0].mentions] == names
    assert file.remarks == ()


def test_texts_keep_their_directions_and_lose_what_cannot_be_stored() -> None:
    file = read(json_schedule(json_event(abstract="a\x00b\r\n\u2067c\u2069\udfff")))
    assert file.events[0].abstract == "ab\n\u2067c\u2069"
    assert "removed from the abstract" in remarks_of(file)


def test_raw_control_characters_in_xml_are_removed_and_the_line_named() -> None:
    file = read(xml(event(title="Ope\x0bning\x01")))
    assert file.events[0].title == "Opening"
    assert "Line 4: 2 control characters" in remarks_of(file)


def test_every_sentence_can_be_filled_in_another_language() -> None:
    with pytest.raises(ScheduleFileError) as refused:
        read(xml(event(start="noon")))
    assert str(refused.value.message) % refused.value.params in str(refused.value)
    assert refused.value.line == 3


def test_a_broken_file_says_nothing_of_python() -> None:
    for text in (xml(event(start="x")), json.dumps({"schedule": []}), "title,start,end\n1"):
        sentence = refusal(text)
        assert "Error" not in sentence
        assert sentence.endswith((".", "?"))
