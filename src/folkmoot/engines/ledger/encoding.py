"""The three small text forms all the formats share: base64, decimal numbers, key names.

Each has exactly one accepted spelling, so that nobody can write the same thing in two ways and have both believed.
"""

from __future__ import annotations

import base64
import binascii
import re

LARGEST_NUMBER = 2**64 - 1
"""Sizes and indexes are uint64 (RFC 9162, 4.10)."""

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,19}")


def encode_base64(content: bytes) -> str:
    """Return `content` in the standard alphabet, padded (RFC 4648, section 4)."""
    return base64.b64encode(content).decode("ascii")


def decode_base64(text: str) -> bytes | None:
    """Return the bytes of `text`, or None if it is not the one canonical base64 spelling of any bytes.

    Line breaks, missing padding, the URL alphabet and stray bits in the last character are refused (RFC 4648, 3.5).

    >>> decode_base64("YWI="), decode_base64("YWJ="), decode_base64("YWI"), decode_base64("YW I=")
    (b'ab', None, None, None)
    """
    try:
        content = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return None
    return content if encode_base64(content) == text else None


def decode_number(text: str) -> int | None:
    """Return the number below 2^64 that `text` spells in ASCII digits without leading zeros, else None.

    >>> [decode_number(text) for text in ("0", "70000", "007", "+7", "-1", "٣", "18446744073709551616")]
    [0, 70000, None, None, None, None, None]
    """
    if not _DECIMAL.fullmatch(text):
        return None
    number = int(text)
    return number if number <= LARGEST_NUMBER else None


def is_key_name(name: str) -> bool:
    """Say whether `name` may name a key: not empty, no space of any script, no plus, no control character.

    >>> [is_key_name(name) for name in ("example.org/log", "", "a b", "a+b", "a\u3000b", "a\\n")]
    [True, False, False, False, False, False]
    """
    if not name or not is_encodable(name):
        return False
    return not any(character.isspace() or character < " " or character == "+" for character in name)


def is_encodable(text: str) -> bool:
    """Say whether `text` can be written in UTF-8: it holds no lone surrogate."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
