"""Canonical JSON after RFC 8785, narrowed to what the record allows.

Official values are strings, booleans, null, integers below 2^53, lists and objects. Floating numbers are refused
on purpose: their last bits differ between machines; quantise them first and write them as strings or integers.
"""

import json
from collections.abc import Mapping
from typing import Any

import rfc8785

# A recursive alias costs more readers than it helps; `canonical` is what checks.
JSON = Any

LARGEST_INTEGER = 2**53 - 1
DEEPEST = 64


class NotCanonicalError(ValueError):
    """A value has no canonical form; the message says where it stands and why."""


def canonical(value: JSON) -> bytes:
    """Return the canonical UTF-8 bytes of `value` (RFC 8785).

    Raises NotCanonicalError for floats, integers of 2^53 and more, keys that are no strings, lone surrogates and
    anything nested deeper than 64 levels.
    """
    _check(value, "$", 0)
    return rfc8785.dumps(value)


def read(content: bytes) -> JSON:
    """Parse bytes that must already be canonical.

    Raises NotCanonicalError when they are not: a reader who accepts a second form of the same value can be shown
    two digests for one decision.
    """
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotCanonicalError(f"These bytes are not JSON: {error}") from error
    if canonical(value) != content:
        raise NotCanonicalError("These bytes are JSON, but not in the canonical form of RFC 8785.")
    return value


def _check(value: object, path: str, depth: int) -> None:
    if depth > DEEPEST:
        raise NotCanonicalError(f"{path[:80]} is nested deeper than {DEEPEST} levels.")
    match value:
        case None | bool():
            return
        case str():
            _check_text(value, path)
        case int() if abs(value) > LARGEST_INTEGER:
            raise NotCanonicalError(f"{path} is {value}; the largest integer allowed is {LARGEST_INTEGER}.")
        case int():
            return
        case Mapping():
            for key, inner in value.items():
                _check_key(key, path)
                _check(inner, f"{path}.{key}", depth + 1)
        case list() | tuple():
            for place, inner in enumerate(value):
                _check(inner, f"{path}[{place}]", depth + 1)
        case _:
            raise NotCanonicalError(f"{path} is a {type(value).__name__}; allowed are text, integers, booleans, null.")


def _check_key(key: object, path: str) -> None:
    if not isinstance(key, str):
        raise NotCanonicalError(f"{path} has the key {key!r}; keys must be strings.")
    _check_text(key, path)


def _check_text(value: str, path: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotCanonicalError(f"{path} holds half a character (a lone surrogate) at {error.start}.") from error
