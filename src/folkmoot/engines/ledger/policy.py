"""Trust policies: which logs, and how many of which witnesses (C2SP tlog-policy).

The specification has no tag yet; this follows commit 5ba5ee830903e91240fc6f9f3a7a9293d49e69c9 of 22 July 2026.
A policy is a text that people write by hand::

    log       example.org/record+...
    witness   riga    witness.example.lv+...
    witness   accra   witness.example.gh+...   https://witness.example.gh/
    witness   lima    witness.example.pe+...
    group     two-of-three  2  riga accra lima
    quorum    two-of-three

A checkpoint satisfies it when one of the logs has signed it, under the origin that is the key's name, and the quorum
has cosigned it. Names are compared octet by octet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from folkmoot.engines.ledger.checkpoints import Checkpoint, open_checkpoint, parse_checkpoint
from folkmoot.engines.ledger.cosignatures import CosignerVerifierKey, cosigned_at
from folkmoot.engines.ledger.errors import PolicyError
from folkmoot.engines.ledger.keys import VerifierKey
from folkmoot.engines.ledger.notes import parse_note

NONE = "none"


@dataclass(frozen=True, slots=True)
class TrustedLog:
    """A log by its key, whose name is the log's origin; `url` may be empty."""

    key: VerifierKey
    url: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness by the name it has in the policy and its key; `url` may be empty."""

    name: str
    key: CosignerVerifierKey
    url: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group that has witnessed a checkpoint when at least `threshold` of its `members` have."""

    name: str
    threshold: int
    members: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 1 <= self.threshold <= len(self.members):
            raise PolicyError(
                f'The group "{self.name}" of {len(self.members)} cannot ask for {self.threshold} of them.'
            )


@dataclass(frozen=True, slots=True)
class Policy:
    """Logs, witnesses, groups in an order in which each names only earlier ones, and the quorum's name or "none"."""

    logs: tuple[TrustedLog, ...]
    witnesses: tuple[Witness, ...]
    groups: tuple[Group, ...]
    quorum: str

    def is_satisfied_by(self, cosigners: Iterable[str]) -> bool:
        """Say whether witnesses with these names in the policy make the quorum.

        >>> witnesses = tuple(Witness(name, CosignerVerifierKey(name, name.encode() * 32)) for name in "abcd")
        >>> groups = (Group("two", 2, ("a", "b", "c")), Group("both", 2, ("two", "d")))
        >>> policy = Policy((), witnesses, groups, "both")
        >>> [policy.is_satisfied_by(names) for names in ("ab", "ad", "acd", "abcd")]
        [False, False, True, True]
        """
        reached = {witness.name for witness in self.witnesses} & set(cosigners)
        for group in self.groups:
            if sum(member in reached for member in group.members) >= group.threshold:
                reached.add(group.name)
        return self.quorum == NONE or self.quorum in reached


@dataclass(frozen=True, slots=True)
class Cosigned:
    """The cosignature of one witness: its name in the policy, and its time in seconds since 1970-01-01 UTC."""

    witness: str
    timestamp: int


@dataclass(frozen=True, slots=True)
class TrustedCheckpoint:
    """A checkpoint that satisfies a policy, and who stands for it."""

    checkpoint: Checkpoint
    log_keys: tuple[VerifierKey, ...]
    cosigned: tuple[Cosigned, ...]


def check_policy(data: bytes, policy: Policy, logs: Sequence[VerifierKey] = ()) -> TrustedCheckpoint:
    """Return the checkpoint of a note if it satisfies `policy`.

    `logs` are keys known from elsewhere, beside those of the policy. Raises PolicyError if no known log has this
    origin or the quorum is missing; NoteError, SignatureError or CheckpointError as `open_checkpoint` does.
    """
    origin = parse_checkpoint(parse_note(data).text).origin
    keys = tuple(key for key in (*(log.key for log in policy.logs), *logs) if key.name == origin)
    if not keys:
        raise PolicyError(f'The policy knows no log "{origin}".')
    signed = open_checkpoint(data, origin, keys, [witness.key for witness in policy.witnesses])
    times = {signature.key: signature for signature in signed.note.verified}
    cosigned = tuple(
        Cosigned(witness.name, cosigned_at(times[witness.key.name, witness.key.key_id]))
        for witness in policy.witnesses
        if (witness.key.name, witness.key.key_id) in times
    )
    if not policy.is_satisfied_by(one.witness for one in cosigned):
        names = ", ".join(one.witness for one in cosigned) or "nobody"
        raise PolicyError(f'The quorum "{policy.quorum}" is missing: this checkpoint is cosigned by {names}.')
    return TrustedCheckpoint(signed.checkpoint, tuple(key for key in keys if signed.note.is_signed_by(key)), cosigned)
