"""Cosignatures: a witness says that it saw a log grow properly up to a checkpoint (C2SP tlog-cosignature v1.0.1).

A cosignature is a signature line of type 0x04 under a checkpoint: eight bytes of POSIX time in seconds, the higher
first, and an Ed25519 signature over ``cosignature/v1``, a line with that time, and the whole text of the checkpoint.

>>> from folkmoot.engines.ledger.checkpoints import Checkpoint
>>> checkpoint = Checkpoint("example.org/log", 5, bytes(32))
>>> witness = CosignerKey("witness.example.net/w1", seed=bytes(32))
>>> cosignature = witness.cosign(checkpoint, timestamp=1_679_315_147)
>>> len(cosignature.value), cosigned_at(cosignature)
(72, 1679315147)
>>> witness.verifier.verify(checkpoint.text.encode(), cosignature.value)
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from folkmoot.engines.ledger.checkpoints import Checkpoint, parse_checkpoint
from folkmoot.engines.ledger.errors import CheckpointError, KeyStringError, SignatureError
from folkmoot.engines.ledger.keys import (
    ED25519,
    SIGNATURE_SIZE,
    SignerKey,
    VerifierKey,
    split_verifier_key,
)
from folkmoot.engines.ledger.signatures import Signature

COSIGNATURE = 0x04
LATEST_TIME = 2**63 - 1

_TIME_SIZE = 8


@dataclass(frozen=True, slots=True)
class CosignerVerifierKey(VerifierKey):
    """A witness's Ed25519 public key of 32 bytes (type 0x04)."""

    type: ClassVar[int] = COSIGNATURE

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Say whether `signature` is this witness's cosignature under a checkpoint with this text."""
        timestamp = int.from_bytes(signature[:_TIME_SIZE], "big")
        if len(signature) != _TIME_SIZE + SIGNATURE_SIZE or timestamp > LATEST_TIME:
            return False
        try:
            checkpoint = parse_checkpoint(text.decode("utf-8"))
        except (CheckpointError, UnicodeDecodeError):
            return False
        return self._signed(cosigned_message(checkpoint, timestamp), signature[_TIME_SIZE:])


@dataclass(frozen=True, slots=True)
class CosignerKey(SignerKey):
    """A witness's Ed25519 private key, from its seed of 32 bytes (type 0x04). It signs checkpoints only."""

    type: ClassVar[int] = COSIGNATURE

    @property
    def verifier(self) -> CosignerVerifierKey:
        """The key that verifies what this one signs."""
        return CosignerVerifierKey(self.name, self._public())

    def sign(self, text: bytes) -> Signature:
        """Refuse: a cosignature holds a time and stands under a checkpoint; use `cosign`."""
        raise KeyStringError(f'The key "{self.name}" cosigns checkpoints at a time; it does not sign other notes.')

    def cosign(self, checkpoint: Checkpoint, timestamp: int) -> Signature:
        """Return the cosignature of a checkpoint at `timestamp`, in whole seconds since 1970-01-01 UTC.

        Whoever calls this states that, at that time, the checkpoint is the largest consistent one seen of its log.
        """
        if not 0 <= timestamp <= LATEST_TIME:
            raise SignatureError(f"A cosignature cannot be made at {timestamp} seconds.")
        signed = self._private().sign(cosigned_message(checkpoint, timestamp))
        return Signature(self.name, self.verifier.key_id, timestamp.to_bytes(_TIME_SIZE, "big") + signed)


def cosigned_message(checkpoint: Checkpoint, timestamp: int) -> bytes:
    """Return what a cosignature signs: its version, the time, and the checkpoint's text with any further lines."""
    return f"cosignature/v1\ntime {timestamp}\n{checkpoint.text}".encode()


def cosigned_at(signature: Signature) -> int:
    """Return the time in a cosignature, in seconds since 1970-01-01 UTC. It counts only once it is verified."""
    timestamp = int.from_bytes(signature.value[:_TIME_SIZE], "big")
    if len(signature.value) != _TIME_SIZE + SIGNATURE_SIZE or timestamp > LATEST_TIME:
        raise SignatureError(f'The signature by "{signature.name}" is not a cosignature.')
    return timestamp


def parse_log_key(text: str) -> VerifierKey:
    """Return a key that a log may sign with: of type 0x01, or 0x04 for a log that cosigns itself."""
    parts = split_verifier_key(text)
    if parts.type not in {ED25519, COSIGNATURE}:
        raise KeyStringError(f'The key of "{parts.name}" has the type 0x{parts.type:02x}, which is not supported.')
    return CosignerVerifierKey.parse(text) if parts.type == COSIGNATURE else VerifierKey.parse(text)
