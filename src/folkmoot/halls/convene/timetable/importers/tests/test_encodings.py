"""Files come in UTF-8 with and without a mark, in UTF-16, and from spreadsheets in GB18030."""

from __future__ import annotations

import codecs

import pytest

from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.tests.files import (
    csv_schedule,
    event,
    json_event,
    json_schedule,
    read,
    remarks_of,
    xml,
)

CHINESE = csv_schedule("1,世界互联网大会开幕式,乌镇,2026-11-03 09:30,10:30,白居易")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_chinese_csv_file_is_read_in_every_encoding_it_comes_in(encoding: str) -> None:
    file = read(CHINESE.encode(encoding))
    assert file.events[0].title == "世界互联网大会开幕式"
    assert ("not in UTF-8" in remarks_of(file)) == (not encoding.startswith("utf-8"))


def test_a_remark_names_the_encoding() -> None:
    assert "it was read as gb18030" in remarks_of(read(CHINESE.encode("gb18030")))


def test_json_in_gb18030_is_read() -> None:
    text = json_schedule(json_event(title="TITLE")).replace("TITLE", "开幕式")
    assert read(text.encode("gb18030")).events[0].title == "开幕式"


@pytest.mark.parametrize("name", ["GB18030", "gb2312", "ISO-8859-1", "windows-1252", "koi8-r", "UTF-8"])
def test_xml_is_read_in_the_encoding_it_declares(name: str) -> None:
    title = {"GB18030": "开幕", "gb2312": "开幕", "koi8-r": "Открытие"}.get(name, "Éöffnung")
    text = f'<?xml version="1.0" encoding="{name}"?>\n' + xml(event(title=title))
    assert read(text.encode(name)).events[0].title == title


def test_xml_that_declares_utf_16_and_is_utf_8_is_read_as_what_it_is() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?>' + xml(event(title="Éöffnung"))
    assert read(text.encode()).events[0].title == "Éöffnung"


def test_xml_with_a_byte_order_mark_and_a_declaration_is_read() -> None:
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + xml(event())
    assert read(codecs.BOM_UTF8 + text.encode()).events[0].line == 4


def test_blank_lines_before_a_declaration_do_no_harm() -> None:
    text = '\n\n<?xml version="1.0"?>\n' + xml(event())
    assert read(text).events[0].line == 6


@pytest.mark.parametrize("name", ["utf-7", "rot13", "unicode_escape", "idna", "no-such-thing", "base64"])
def test_an_encoding_that_is_no_plain_text_encoding_is_refused(name: str) -> None:
    text = f'<?xml version="1.0" encoding="{name}"?>' + xml(event())
    with pytest.raises(ScheduleFileError, match=f'its encoding is "{name}"'):
        read(text)


def test_a_western_file_is_not_taken_for_chinese() -> None:
    text = csv_schedule("1,Conférence générale à été évaluée près,Salle,2026-11-03 09:30,10:30,")
    with pytest.raises(ScheduleFileError, match="neither in UTF-8 nor in GB18030"):
        read(text.encode("cp1252"))


def test_a_wrong_byte_in_xml_names_its_line() -> None:
    with pytest.raises(ScheduleFileError, match=r"Line 4: The file should be in utf-8, but the bytes ff"):
        read(xml(event(title="Opening")).encode().replace(b"Opening", b"\xff"))


def test_half_a_character_of_utf_16_is_refused() -> None:
    with pytest.raises(ScheduleFileError, match="should be in utf-16-le"):
        read(CHINESE.encode("utf-16")[:-1])
