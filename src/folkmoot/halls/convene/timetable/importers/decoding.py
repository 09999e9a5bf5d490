"""From bytes to text: which encoding a file is in, and which files are no text at all.

The order: a byte order mark; the pattern of zero bytes that UTF-16 leaves; the encoding an XML declaration
names; UTF-8; and for JSON and CSV, GB18030, in which Chinese spreadsheets save CSV. GB18030 accepts nearly
any bytes, also those of a Western European file, so it is believed only if its characters look like Chinese
ones (two high bytes) and not like accented letters between plain ones.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from folkmoot.halls.convene.timetable.importers.document import Limits, Remarks, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _

_ARCHIVES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_DOCUMENTS = ((b"%PDF", "PDF"), (b"\xd0\xcf\x11\xe0", "Excel (.xls)"))
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARABLE = re.compile(
    r"(utf-8|utf-16(-[lb]e)?|ascii|iso8859-\d+|cp\d+|koi8-[rut]|gb\w+|big5\w*|euc_\w+|shift_jis\w*)$"
)
# What is read instead of a declared encoding: its superset, or UTF-8 where the declaration itself, readable
# byte by byte, shows that it cannot be UTF-16.
_INSTEAD = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "utf-8"} | dict.fromkeys(
    ("utf-16", "utf-16-le", "utf-16-be"), "utf-8"
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text without byte order mark and without characters that no format allows, and its encoding."""

    text: str
    encoding: str


def decode(content: bytes, limits: Limits, remarks: Remarks) -> DecodedText:
    """Turn the bytes of a file into text, in the encoding the file is in.

    Raises :class:`ScheduleFileError` for a file that is too large, empty, an archive, another document, or
    in no encoding that can be told. Unless the encoding is UTF-8 a remark says which it is.
    """
    _refuse_what_is_no_text(content, limits)
    encoding, text = _read_marked(content) or _read_unmarked(content)
    if encoding != "utf-8":
        remarks.add(
            _("The file is not in UTF-8: it was read as %(encoding)s. Look at a few names to see that it is right."),
            encoding=encoding,
        )
    text = _without_forbidden(text, remarks)
    if not text.strip():
        raise ScheduleFileError(_("The file is empty: choose the file with the schedule in it."))
    return DecodedText(text, encoding)


def _refuse_what_is_no_text(content: bytes, limits: Limits) -> None:
    if len(content) > limits.size:
        raise ScheduleFileError(
            _(
                "The file has %(size)s bytes; at most %(limit)s are read. Split it by days, or leave out "
                "what is not schedule."
            ),
            size=len(content),
            limit=limits.size,
        )
    for magic, kind in _ARCHIVES:
        if content.startswith(magic):
            raise ScheduleFileError(
                _(
                    "The file is a %(kind)s archive. Archives and .xlsx or .ods workbooks are not unpacked: "
                    "unpack it, or save the sheet as CSV, and import that."
                ),
                kind=kind,
            )
    for magic, kind in _DOCUMENTS:
        if content.startswith(magic):
            raise ScheduleFileError(
                _("The file is a %(kind)s document. Export the schedule as XML, JSON or CSV and import that."),
                kind=kind,
            )


def _read_marked(content: bytes) -> tuple[str, str] | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding, _decode_strictly(content[len(mark) :], encoding)
    if len(content) >= 4 and content[1] == 0 and content[0] and content[3] == 0:
        return "utf-16-le", _decode_strictly(content, "utf-16-le")
    if len(content) >= 4 and content[0] == 0 and content[1] and content[2] == 0:
        return "utf-16-be", _decode_strictly(content, "utf-16-be")
    return None


def _read_unmarked(content: bytes) -> tuple[str, str]:
    declared = _DECLARED.match(content)
    if declared:
        encoding = _usable_encoding(declared[1].decode("ascii"))
        return encoding, _decode_strictly(content, encoding)
    try:
        return "utf-8", content.decode("utf-8")
    except UnicodeDecodeError:
        if content.lstrip()[:1] == b"<":
            return "utf-8", _decode_strictly(content, "utf-8")
        return "gb18030", _decode_as_chinese(content)


def _usable_encoding(name: str) -> str:
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        encoding = ""
    if not _DECLARABLE.match(encoding):
        raise ScheduleFileError(
            _('The file says that its encoding is "%(encoding)s", which is not known here. Save it as UTF-8.'),
            line=1,
            encoding=name,
        )
    return _INSTEAD.get(encoding, encoding)


def _decode_strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        raise ScheduleFileError(
            _("The file should be in %(encoding)s, but the bytes %(bytes)s are not. Save it as UTF-8."),
            line=before.count("\n") + 1,
            encoding=encoding,
            bytes=content[error.start : error.start + 4].hex(" "),
        ) from None


def _decode_as_chinese(content: bytes) -> str:
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not text or not _looks_chinese(content):
        raise ScheduleFileError(
            _('The file is neither in UTF-8 nor in GB18030. In a spreadsheet, choose "Save as" and "CSV UTF-8".')
        )
    return text


def _looks_chinese(content: bytes) -> bool:
    pairs = re.findall(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]", content)
    return bool(pairs) and sum(pair[1] >= 0x80 for pair in pairs) * 2 > len(pairs)


def _without_forbidden(text: str, remarks: Remarks) -> str:
    first = _FORBIDDEN.search(text)
    if first is None:
        return text
    cleaned, count = _FORBIDDEN.subn("", text)
    remarks.add(
        _("%(count)s control characters that no schedule may contain were removed; the first was U+%(code)s."),
        line=text.count("\n", 0, first.start()) + 1,
        count=count,
        code=f"{ord(first[0]):04X}",
    )
    return cleaned
