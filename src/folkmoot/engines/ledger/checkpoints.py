"""Checkpoints: what a log says of itself at a size, as the text of a signed note (C2SP tlog-checkpoint v1.0.0).

Three lines say it: the origin, which is the log's identity; the number of entries; the root in base64. Further lines
may follow; this log writes none, and their meaning is nobody's to assume.

>>> checkpoint = parse_checkpoint("example.org/log\\n0\\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n")
>>> checkpoint.size, checkpoint.root == EMPTY_ROOT
(0, True)
>>> parse_checkpoint("example.org/log\\n00\\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n")
Traceback (most recent call last):
...
folkmoot.engines.ledger.errors.CheckpointError: The second line of a checkpoint is a number of entries, not '00'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from folkmoot.engines.ledger.encoding import LARGEST_NUMBER, decode_base64, decode_number, encode_base64
from folkmoot.engines.ledger.errors import CheckpointError, SignatureError
from folkmoot.engines.ledger.notes import NoteVerifier, OpenedNote, check_text, open_note
from folkmoot.engines.ledger.proofs import verify_consistency
from folkmoot.engines.ledger.tree import EMPTY_ROOT, HASH_SIZE


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A log's `size` in entries and 32-byte `root`, under its `origin`; `extensions` are further lines, if any."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.size <= LARGEST_NUMBER:
            raise CheckpointError(f"A log cannot have {self.size} entries.")
        if len(self.root) != HASH_SIZE:
            raise CheckpointError(f"A root has {HASH_SIZE} bytes, this one {len(self.root)}.")
        if not all(line and "\n" not in line for line in (self.origin, *self.extensions)):
            raise CheckpointError("A line of a checkpoint is empty or holds a line break.")
        check_text(self.text)

    @property
    def text(self) -> str:
        """The text of the note, its last newline included."""
        return "\n".join([self.origin, str(self.size), encode_base64(self.root), *self.extensions, ""])


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A checkpoint that the log has signed, and the note it stood in."""

    checkpoint: Checkpoint
    note: OpenedNote


def parse_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint of a note's text. Raises CheckpointError if it is not one."""
    lines = text.split("\n")
    if len(lines) < 4 or lines[-1]:
        raise CheckpointError("A checkpoint has at least three lines and ends with a newline.")
    size = decode_number(lines[1])
    if size is None:
        raise CheckpointError(f"The second line of a checkpoint is a number of entries, not {lines[1][:80]!r}.")
    root = decode_base64(lines[2])
    if root is None or len(root) != HASH_SIZE:
        raise CheckpointError(f"The third line of a checkpoint is {HASH_SIZE} bytes in base64, not {lines[2][:80]!r}.")
    return Checkpoint(lines[0], size, root, tuple(lines[3:-1]))


def open_checkpoint(
    data: bytes, origin: str, log_keys: Iterable[NoteVerifier], others: Iterable[NoteVerifier] = ()
) -> SignedCheckpoint:
    """Return the checkpoint of a note that at least one of the log's keys has signed.

    `others` are keys of witnesses: their signatures are verified too, but none of them stands for the log's.
    Raises SignatureError, NoteError or CheckpointError if the note is not a good one of the log with this origin.
    """
    keys = tuple(log_keys)
    note = open_note(data, (*keys, *others))
    if not any(note.is_signed_by(key) for key in keys):
        raise SignatureError(f'The log "{origin}" has not signed this checkpoint with a key that is known.')
    checkpoint = parse_checkpoint(note.text)
    if checkpoint.origin != origin:
        raise CheckpointError(f'This is a checkpoint of "{checkpoint.origin}", not of "{origin}".')
    return SignedCheckpoint(checkpoint, note)


def verify_growth(old: Checkpoint, new: Checkpoint, proof: Sequence[bytes]) -> None:
    """Raise unless `proof` shows that `new` continues `old`: the same log, append only.

    From the empty log every checkpoint follows, with an empty proof. Raises CheckpointError when the two cannot
    belong together whatever the proof, ProofError when it does not prove it.
    """
    if old.origin != new.origin:
        raise CheckpointError(f'"{new.origin}" cannot continue "{old.origin}": they are different logs.')
    if new.size < old.size:
        raise CheckpointError(f"The log had {old.size} entries and now says {new.size}; entries were taken away.")
    for one in (old, new):
        if one.size == 0 and one.root != EMPTY_ROOT:
            raise CheckpointError("A checkpoint of size 0 has another root than the empty tree.")
    if old.size:
        verify_consistency(old.size, new.size, old.root, new.root, proof)
    elif proof:
        raise CheckpointError("Nothing is to be proved from size 0, but a proof is given.")
