import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.engines.ledger import (
    NoteError,
    Signature,
    SignatureError,
    SignerKey,
    VerifierKey,
    add_signatures,
    open_note,
    parse_note,
    parse_signature,
    sign_note,
)

# From the tests of golang.org/x/mod/sumdb/note (BSD-3-Clause).
PETER = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
ENOCH = VerifierKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop")
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PETER_LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ENOCH_LINE = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
)
BAD_PETER_LINE = PETER_LINE[:60] + "ABCD" + PETER_LINE[60:]
BAD_ENOCH_LINE = ENOCH_LINE[:60] + "ABCD" + ENOCH_LINE[60:]


def note(*lines: str, text: str = TEXT) -> bytes:
    return (text + "\n" + "".join(lines)).encode()


def names(signatures: tuple[Signature, ...]) -> list[str]:
    return [signature.name for signature in signatures]


def test_signatures_of_known_keys_are_verified_and_others_reported_as_unknown() -> None:
    opened = open_note(note(PETER_LINE, ENOCH_LINE), [PETER])
    assert (opened.text, names(opened.verified), names(opened.unknown)) == (TEXT, ["PeterNeumann"], ["EnochRoot"])
    opened = open_note(note(PETER_LINE, ENOCH_LINE), [ENOCH, PETER])
    assert (names(opened.verified), opened.unknown) == (["PeterNeumann", "EnochRoot"], ())
    assert opened.is_signed_by(PETER)
    assert opened.is_signed_by(ENOCH)


def test_a_note_that_no_known_key_has_signed_is_refused() -> None:
    for keys in ([], [VerifierKey("PeterNeumann", bytes(32))], [VerifierKey("Peter", PETER.public)]):
        with pytest.raises(SignatureError, match="No known key"):
            open_note(note(PETER_LINE), keys)
    with pytest.raises(SignatureError):
        open_note(note(PETER_LINE), [ENOCH])


def test_one_bad_signature_of_a_known_key_refuses_the_whole_note() -> None:
    for lines in ((BAD_PETER_LINE,), (BAD_PETER_LINE, ENOCH_LINE), (ENOCH_LINE, PETER_LINE, BAD_PETER_LINE)):
        with pytest.raises(SignatureError, match="PeterNeumann"):
            open_note(note(*lines), [PETER, ENOCH])
    assert open_note(note(PETER_LINE, BAD_ENOCH_LINE), [PETER]).is_signed_by(PETER)


def test_a_bad_signature_of_a_key_that_shares_name_or_id_only_is_ignored() -> None:
    same_name = SignerKey("PeterNeumann", bytes(32)).sign(b"another text\n")
    same_id = Signature("SomebodyElse", PETER.key_id, bytes(64))
    opened = open_note(note(PETER_LINE, same_name.line + "\n", same_id.line + "\n"), [PETER])
    assert names(opened.unknown) == ["PeterNeumann", "SomebodyElse"]


def test_repeated_signatures_count_once() -> None:
    opened = open_note(note(PETER_LINE, PETER_LINE, ENOCH_LINE, ENOCH_LINE, BAD_ENOCH_LINE), [PETER, PETER])
    assert (names(opened.verified), names(opened.unknown)) == (["PeterNeumann"], ["EnochRoot", "EnochRoot"])


def test_two_keys_with_one_name_and_id_are_refused_when_they_matter() -> None:
    class Twin(VerifierKey):
        @property
        def key_id(self) -> int:
            return ENOCH.key_id

    twin = Twin("EnochRoot", bytes(32))
    with pytest.raises(SignatureError, match="2 different keys"):
        open_note(note(ENOCH_LINE), [ENOCH, PETER, twin])
    assert open_note(note(PETER_LINE), [ENOCH, PETER, twin]).is_signed_by(PETER)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\n\n",
        TEXT.encode(),
        note(),
        note(PETER_LINE)[:-1],
        note(PETER_LINE) + b"\n",
        b"\x01" + note(PETER_LINE),
        b"\xff" + note(PETER_LINE),
        b"\xed\xa0\x80" + note(PETER_LINE),
        b"\xc0\x80" + note(PETER_LINE),
        b"a\tb" + note(PETER_LINE),
        b"a\x00b" + note(PETER_LINE),
        note(PETER_LINE).replace(b"\n", b"\r\n"),
        note("— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZ\n"),
        note(PETER_LINE, "Unexpected line.\n"),
        note("Unexpected line.\n", PETER_LINE),
        note(PETER_LINE.replace("— ", "- ")),
        note(PETER_LINE.replace("— ", "—  ")),
        note(PETER_LINE.replace("— ", "—\u00a0")),
        note(" " + PETER_LINE),
        note(PETER_LINE.replace("=\n", "= \n")),
        note(PETER_LINE.replace("=\n", "\n")),
        note(PETER_LINE.replace("AM=", "AN=")),
        note(PETER_LINE.replace("/", "_")),
        note("— PeterNeumann x08gow==\n"),
        note("— PeterNeumann \n"),
        note("— PeterNeumann\n"),
        note("— Peter+Neumann x08go/ZJ\n"),
        note("— Peter\u3000Neumann x08go/ZJ\n"),
        (TEXT + PETER_LINE).encode(),
        PETER_LINE.encode(),
    ],
)
def test_what_is_spelt_otherwise_is_no_note(data: bytes) -> None:
    with pytest.raises(NoteError):
        open_note(data, [PETER])
    with pytest.raises(NoteError):
        parse_note(data)


def test_sixteen_signatures_are_accepted_a_hundred_too_and_more_are_not() -> None:
    for count in (16, 100):
        assert open_note(note(PETER_LINE * count), [PETER]).is_signed_by(PETER)
    for keys in ([PETER], []):
        with pytest.raises(NoteError, match="101 signatures"):
            open_note(note(PETER_LINE * 101), keys)
    with pytest.raises(NoteError, match="too large"):
        parse_note(note(PETER_LINE, text="x" * 1_000_000 + "\n"))


def test_the_last_empty_line_divides() -> None:
    signer = SignerKey("example.org/desk", bytes(32))
    for text in ("\n", "\n\n\n", "a\n\nb\n\n", f"a\n\n{PETER_LINE}", "ö\u2028\x7f\n"):
        assert open_note(sign_note(text, signer), [signer.verifier]).text == text


@pytest.mark.parametrize("text", ["", "abc", "a\tb\n", "a\r\n", "\x00\n", "\ud800\n"])
def test_a_text_that_no_note_can_have_is_not_signed(text: str) -> None:
    with pytest.raises(NoteError):
        sign_note(text, SignerKey("example.org/desk", bytes(32)))
    with pytest.raises(NoteError):
        sign_note("text\n")


def test_added_signatures_stand_last_and_replace_earlier_ones_of_their_key() -> None:
    peter, enoch = parse_signature(PETER_LINE[:-1]), parse_signature(ENOCH_LINE[:-1])
    assert add_signatures(note(PETER_LINE), enoch) == note(PETER_LINE, ENOCH_LINE)
    assert add_signatures(note(BAD_PETER_LINE, ENOCH_LINE), peter) == note(ENOCH_LINE, PETER_LINE)


@pytest.mark.parametrize(
    ("name", "key_id", "value"), [("", 0, b"x"), ("a", -1, b"x"), ("a", 2**32, b"x"), ("a", 0, b"")]
)
def test_a_signature_that_cannot_stand_in_a_note_cannot_be_made(name: str, key_id: int, value: bytes) -> None:
    with pytest.raises(NoteError):
        Signature(name, key_id, value)


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_is_never_accepted_as_the_same_key_signing_another_note(place: int, change: int) -> None:
    data = bytearray(note(PETER_LINE))
    place %= len(data)
    data[place] ^= change
    with pytest.raises((NoteError, SignatureError)):
        open_note(bytes(data), [PETER])


@given(st.integers(0, 10_000), st.integers(0, 40))
def test_cut_or_doubled_bytes_are_never_accepted(place: int, length: int) -> None:
    data = note(PETER_LINE)
    place %= len(data)
    for broken in (data[:place] + data[place + 1 + length :], data[: place + 1 + length] + data[place:]):
        with pytest.raises((NoteError, SignatureError)):
            open_note(broken, [PETER])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, range(32))))))
def test_any_text_can_be_signed_and_read(text: str) -> None:
    signer = SignerKey("example.org/desk", bytes(32))
    signed = sign_note(text + "\n", signer)
    assert open_note(signed, [signer.verifier]).text == text + "\n"
    assert parse_note(signed).encode() == signed
