"""One signature line of a note: who signed, with which key, and the signature itself (C2SP signed-note v1.0.0)."""

from __future__ import annotations

from dataclasses import dataclass

from folkmoot.engines.ledger.encoding import decode_base64, encode_base64, is_key_name
from folkmoot.engines.ledger.errors import NoteError

_DASH = "— "
_ID_SIZE = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature of the key with this name and id (a number below 2^32); `value` is without the id."""

    name: str
    key_id: int
    value: bytes

    def __post_init__(self) -> None:
        if not is_key_name(self.name) or not 0 <= self.key_id < 2**32 or not self.value:
            raise NoteError(f"A signature by {self.name!r} with the key id {self.key_id} cannot stand in a note.")

    @property
    def key(self) -> tuple[str, int]:
        """The name and id of the key."""
        return self.name, self.key_id

    @property
    def line(self) -> str:
        """The line as it stands in a note, without its newline."""
        return f"{_DASH}{self.name} {encode_base64(self.key_id.to_bytes(_ID_SIZE, 'big') + self.value)}"


def parse_signature(line: str) -> Signature:
    """Return the signature of a line. Raises NoteError if it is not one.

    >>> parse_signature("— example.org/log AAAAAQI=").value
    b'\\x02'
    """
    name, space, encoded = line.removeprefix(_DASH).partition(" ")
    content = decode_base64(encoded)
    if not line.startswith(_DASH) or not space or not is_key_name(name) or not content or len(content) <= _ID_SIZE:
        raise NoteError(f"This is not a signature line: {line[:80]!r}")
    return Signature(name, int.from_bytes(content[:_ID_SIZE], "big"), content[_ID_SIZE:])
