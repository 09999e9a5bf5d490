"""Canonical JSON against the published vectors of RFC 8785, digests, commitments, quantised numbers."""

import hashlib
import json
import math
import struct

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.canon import NotCanonicalError, canonical, commit, digest, leaf_digest, new_key, opens, quantise, read

# RFC 8785, appendix B: IEEE 754 bits and their ECMAScript form.
NUMBERS = {
    "0000000000000000": "0",
    "8000000000000000": "0",
    "0000000000000001": "5e-324",
    "8000000000000001": "-5e-324",
    "7fefffffffffffff": "1.7976931348623157e+308",
    "ffefffffffffffff": "-1.7976931348623157e+308",
    "4340000000000000": "9007199254740992",
    "c340000000000000": "-9007199254740992",
    "4430000000000000": "295147905179352830000",
    "44b52d02c7e14af5": "9.999999999999997e+22",
    "44b52d02c7e14af6": "1e+23",
    "44b52d02c7e14af7": "1.0000000000000001e+23",
    "444b1ae4d6e2ef4e": "999999999999999700000",
    "444b1ae4d6e2ef4f": "999999999999999900000",
    "444b1ae4d6e2ef50": "1e+21",
    "3eb0c6f7a0b5ed8c": "9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d": "0.000001",
    "41b3de4355555553": "333333333.3333332",
    "41b3de4355555554": "333333333.33333325",
    "41b3de4355555555": "333333333.3333333",
    "41b3de4355555556": "333333333.3333334",
    "41b3de4355555557": "333333333.33333343",
    "becbf647612f3696": "-0.0000033333333333333333",
    "43143ff3c1cb0959": "1424953923781206.2",
}

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(("bits", "expected"), NUMBERS.items())
def test_the_package_writes_numbers_as_appendix_b_says(bits: str, expected: str) -> None:
    value = struct.unpack(">d", bytes.fromhex(bits))[0]
    assert rfc8785.dumps(value).decode() == expected


def test_properties_are_sorted_by_utf16_units_as_section_3_2_3_says() -> None:
    value = {
        "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\U0001f600": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis",
    }  # fmt: skip
    assert list(json.loads(canonical(value)).values()) == [
        "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
        "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
    ]  # fmt: skip


def test_strings_are_escaped_as_section_3_2_2_says() -> None:
    assert (
        canonical("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f")
        == b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'
    )


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({"a": [1.5]}, "$.a[0] is a float; allowed are text, integers, booleans, null."),
        (2**53, "$ is 9007199254740992; the largest integer allowed is 9007199254740991."),
        ({1: "a"}, "$ has the key 1; keys must be strings."),
        ("\ud800", "$ holds half a character (a lone surrogate) at 0."),
        (b"x", "$ is a bytes; allowed are text, integers, booleans, null."),
        (math.nan, "$ is a float; allowed are text, integers, booleans, null."),
    ],
)
def test_what_has_no_canonical_form_is_refused_with_its_place(value: object, sentence: str) -> None:
    with pytest.raises(NotCanonicalError) as error:
        canonical(value)
    assert str(error.value) == sentence


def test_nesting_ends_at_64_levels() -> None:
    value: object = "deep"
    for _ in range(70):
        value = [value]
    with pytest.raises(NotCanonicalError, match="nested deeper than 64 levels"):
        canonical(value)


@given(values)
def test_reading_gives_back_what_was_written(value: object) -> None:
    assert read(canonical(value)) == value


@pytest.mark.parametrize(
    "content", [b'{"b":1,"a":2}', b'{"a": 1}', b'"\\u00e9"', b"[1.0]", b"\xff", b"", b"[" * 100_000]
)
def test_a_second_form_of_the_same_value_is_refused(content: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        read(content)


def test_digests_are_sha256_and_leaves_are_prefixed() -> None:
    assert digest(b"abc") == hashlib.sha256(b"abc").hexdigest()
    assert leaf_digest(b"abc") == hashlib.sha256(b"\x00abc").hexdigest()


@given(values, values)
def test_a_commitment_opens_with_its_value_only(value: object, other: object) -> None:
    key = new_key()
    commitment = commit(key, value)
    assert opens(commitment, key, value)
    assert opens(commitment, key, other) == (canonical(value) == canonical(other))
    assert not opens(commitment, new_key(), value)


def test_a_commitment_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="A commitment key has 32 bytes, this one 3"):
        commit(b"abc", "value")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.300000000"),
        (-1e-12, "0.000000000"),
        (2.5e-9, "0.000000003"),
        (1e15, "1000000000000000.000000000"),
    ],
)
def test_numbers_are_quantised_to_nine_decimals(value: float, text: str) -> None:
    assert quantise(value) == text


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_a_number_that_is_not_finite_cannot_be_published(value: float) -> None:
    with pytest.raises(ValueError, match="cannot be published"):
        quantise(value)
