"""Signed notes: a text and the signatures under it (C2SP signed-note v1.0.0).

A note is a text that ends with a newline, an empty line, and one line for each signature. The text may hold empty
lines itself: the last one divides. Two limits keep a hostile note from costing much: 100 signatures, 1,000,000 bytes.

>>> from folkmoot.engines.ledger.keys import SignerKey
>>> signer = SignerKey("example.org/desk", seed=bytes(32))
>>> note = sign_note("The hall opens at nine.\\n", signer)
>>> print(note.decode()[:-1])
The hall opens at nine.
<BLANKLINE>
— example.org/desk vN8RHw6ax/8SgJtOSq20FhtAoc8ORujavEH5CRm/OwhEC7LgdJ+04JgAgoNwj39uBf+nWYGip94BxT2GBq02R+GOwg0=
>>> open_note(note, [signer.verifier]).text
'The hall opens at nine.\\n'
>>> open_note(note.replace(b"nine", b"nein"), [signer.verifier])
Traceback (most recent call last):
...
folkmoot.engines.ledger.errors.SignatureError: The signature by example.org/desk+bcdf111f does not fit this text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from folkmoot.engines.ledger.encoding import is_encodable
from folkmoot.engines.ledger.errors import NoteError, SignatureError
from folkmoot.engines.ledger.signatures import Signature, parse_signature

MOST_SIGNATURES = 100
LARGEST_NOTE = 1_000_000

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


class NoteVerifier(Protocol):
    """A key that can verify a signature under a note."""

    @property
    def name(self) -> str:
        """The key's name."""
        ...

    @property
    def key_id(self) -> int:
        """The key's id."""
        ...

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Say whether `signature` is this key's under a note with this text."""
        ...


class NoteSigner(Protocol):
    """A key that can sign a note's text."""

    def sign(self, text: bytes) -> Signature:
        """Sign a note's text."""
        ...


@dataclass(frozen=True, slots=True)
class Note:
    """A text and the signatures under it, of which nothing is known yet: only what `open_note` returns is verified."""

    text: str
    signatures: tuple[Signature, ...]

    def __post_init__(self) -> None:
        check_text(self.text)
        if not 0 < len(self.signatures) <= MOST_SIGNATURES:
            raise NoteError(f"A note has 1 to {MOST_SIGNATURES} signatures, not {len(self.signatures)}.")

    def encode(self) -> bytes:
        """Return the bytes of the note."""
        return "\n".join([self.text, *(signature.line for signature in self.signatures), ""]).encode()


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """A text that known keys have signed.

    `verified`: the good signatures of known keys, at least one, one a key. `unknown`: the signatures of other keys,
    of which nothing is known.
    """

    text: str
    verified: tuple[Signature, ...]
    unknown: tuple[Signature, ...] = ()

    def is_signed_by(self, key: NoteVerifier) -> bool:
        """Say whether `key` is among those that verified."""
        return any(signature.key == (key.name, key.key_id) for signature in self.verified)


def parse_note(data: bytes) -> Note:
    """Return text and signatures of a note without verifying any. Raises NoteError if these bytes are none."""
    if len(data) > LARGEST_NOTE:
        raise NoteError(f"A note of {len(data)} bytes is too large; {LARGEST_NOTE} are allowed.")
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoteError(f"A note is UTF-8; byte {error.start} of this one is not.") from error
    text, division, signatures = content.rpartition("\n\n")
    if not division or not signatures.endswith("\n"):
        raise NoteError("A note ends with an empty line and signature lines; this does not.")
    lines = signatures[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NoteError(f"A note with {len(lines)} signatures is too large; {MOST_SIGNATURES} are allowed.")
    return Note(text + "\n", tuple(parse_signature(line) for line in lines))


def open_note(data: bytes, keys: Iterable[NoteVerifier]) -> OpenedNote:
    """Return a note that at least one of `keys` has signed.

    Signatures of other keys are ignored. Raises NoteError if the bytes are not a note, SignatureError if a signature
    of a known key is bad, if no known key has signed, or if two different keys share the name and id of a signature.
    """
    note = parse_note(data)
    known = _by_name_and_id(keys)
    verified = dict[tuple[str, int], Signature]()
    for signature in note.signatures:
        if signature.key in known:
            _verify(note.text.encode(), signature, known[signature.key])
            verified.setdefault(signature.key, signature)
    if not verified:
        names = ", ".join(sorted({signature.name for signature in note.signatures}))
        raise SignatureError(f"No known key has signed this note; the signatures are by {names}.")
    unknown = dict.fromkeys(signature for signature in note.signatures if signature.key not in known)
    return OpenedNote(note.text, tuple(verified.values()), tuple(unknown))


def sign_note(text: str, *signers: NoteSigner) -> bytes:
    """Return the bytes of a note with this text, signed by each of `signers` in order."""
    check_text(text)
    return Note(text, tuple(signer.sign(text.encode()) for signer in signers)).encode()


def add_signatures(data: bytes, *signatures: Signature) -> bytes:
    """Return a note with signatures added at its end; an earlier one of the same key is replaced."""
    note = parse_note(data)
    added = {signature.key: signature for signature in signatures}
    kept = [signature for signature in note.signatures if signature.key not in added]
    return Note(note.text, (*kept, *added.values())).encode()


def check_text(text: str) -> None:
    """Raise NoteError unless `text` can be the text of a note."""
    if not text.endswith("\n"):
        raise NoteError("The text of a note ends with a newline.")
    if found := _CONTROL.search(text):
        raise NoteError(f"The text of a note has the control character {found[0]!r} at {found.start()}.")
    if not is_encodable(text):
        raise NoteError("The text of a note holds half a character (a lone surrogate).")


def _by_name_and_id(keys: Iterable[NoteVerifier]) -> Mapping[tuple[str, int], list[NoteVerifier]]:
    known: dict[tuple[str, int], list[NoteVerifier]] = {}
    for key in keys:
        same = known.setdefault((key.name, key.key_id), [])
        if key not in same:
            same.append(key)
    return known


def _verify(text: bytes, signature: Signature, keys: list[NoteVerifier]) -> None:
    name = f"{signature.name}+{signature.key_id:08x}"
    if len(keys) > 1:
        raise SignatureError(f"{len(keys)} different keys are known as {name}; it cannot be said which has signed.")
    if not keys[0].verify(text, signature.value):
        raise SignatureError(f"The signature by {name} does not fit this text.")
