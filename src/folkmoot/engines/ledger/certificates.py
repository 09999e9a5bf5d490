"""Certificates: everything needed to show, without the log's server, that an entry is in the log (C2SP tlog-proof).

The specification has no tag yet; this follows commit 5ba5ee830903e91240fc6f9f3a7a9293d49e69c9 of 22 July 2026. The
text holds the entry's index, its inclusion proof and the signed checkpoint; files are named ``.tlog-proof``. The entry
itself is not in it: whoever checks brings it along.

>>> from folkmoot.engines.ledger.checkpoints import Checkpoint
>>> from folkmoot.engines.ledger.keys import SignerKey
>>> from folkmoot.engines.ledger.notes import sign_note
>>> from folkmoot.engines.ledger.policy import Policy
>>> from folkmoot.engines.ledger.tree import leaf_hash
>>> signer = SignerKey("example.org/log", seed=bytes(32))
>>> note = sign_note(Checkpoint("example.org/log", 1, leaf_hash(b"the only entry")).text, signer)
>>> certificate = Certificate(index=0, proof=(), checkpoint=note)
>>> trusted = verify_certificate(certificate, b"the only entry", Policy((), (), (), "none"), [signer.verifier])
>>> trusted.checkpoint.size
1
>>> parse_certificate(certificate.encode()) == certificate
True
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from folkmoot.engines.ledger.checkpoints import parse_checkpoint
from folkmoot.engines.ledger.encoding import LARGEST_NUMBER, decode_base64, decode_number, encode_base64
from folkmoot.engines.ledger.errors import CertificateError
from folkmoot.engines.ledger.keys import VerifierKey
from folkmoot.engines.ledger.notes import LARGEST_NOTE, parse_note
from folkmoot.engines.ledger.policy import Policy, TrustedCheckpoint, check_policy
from folkmoot.engines.ledger.proofs import verify_inclusion
from folkmoot.engines.ledger.tree import HASH_SIZE, leaf_hash

SUFFIX = ".tlog-proof"
LONGEST_PROOF = 64
LARGEST_CERTIFICATE = 2 * LARGEST_NOTE

_HEADER = "c2sp.org/tlog-proof@v1"


@dataclass(frozen=True, slots=True)
class Certificate:
    """The proof that an entry is in a log.

    `index`: the entry's, from 0. `proof`: at most 64 hashes of 32 bytes, nearest the leaf first. `checkpoint`: the
    bytes of the signed note. `extra`: anything an application adds; nothing vouches for it.
    """

    index: int
    proof: tuple[bytes, ...]
    checkpoint: bytes
    extra: bytes | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.index <= LARGEST_NUMBER:
            raise CertificateError(f"No entry has the index {self.index}.")
        if len(self.proof) > LONGEST_PROOF or any(len(one) != HASH_SIZE for one in self.proof):
            raise CertificateError(f"An inclusion proof has at most {LONGEST_PROOF} hashes of {HASH_SIZE} bytes each.")
        parse_checkpoint(parse_note(self.checkpoint).text)

    def encode(self) -> bytes:
        """Return the bytes of the file."""
        extra = [] if self.extra is None else [f"extra {encode_base64(self.extra)}"]
        lines = [_HEADER, *extra, f"index {self.index}", *(encode_base64(one) for one in self.proof)]
        return ("\n".join(lines) + "\n\n").encode() + self.checkpoint


def parse_certificate(data: bytes) -> Certificate:
    """Return the certificate of a file's bytes, without verifying it.

    Raises CertificateError, NoteError or CheckpointError if they are not spelt as the format says.
    """
    if len(data) > LARGEST_CERTIFICATE:
        raise CertificateError(f"A certificate of {len(data)} bytes is too large; {LARGEST_CERTIFICATE} are allowed.")
    head, division, checkpoint = data.partition(b"\n\n")
    lines = head.decode("utf-8", "replace").split("\n")
    if not division or lines.pop(0) != _HEADER:
        raise CertificateError(f'A certificate begins with the line "{_HEADER}" and has an empty line before its note.')
    extra = _extra(lines.pop(0)) if lines and lines[0].startswith("extra ") else None
    index = decode_number(lines[0].removeprefix("index ")) if lines and lines[0].startswith("index ") else None
    if index is None:
        raise CertificateError("A certificate says the index of its entry in the line after its beginning.")
    return Certificate(index, tuple(_hash(line) for line in lines[1:]), checkpoint, extra)


def verify_certificate(
    certificate: Certificate, entry: bytes, policy: Policy, logs: Sequence[VerifierKey] = ()
) -> TrustedCheckpoint:
    """Return the checkpoint that vouches for `entry`, once everything about it is verified.

    `logs` are keys known from elsewhere, beside those of the policy. Raises PolicyError, SignatureError or NoteError
    if the checkpoint does not satisfy `policy`, ProofError if the entry is not the one at the certificate's index.
    """
    trusted = check_policy(certificate.checkpoint, policy, logs)
    head = trusted.checkpoint
    verify_inclusion(certificate.index, head.size, leaf_hash(entry), certificate.proof, head.root)
    return trusted


def _extra(line: str) -> bytes:
    content = decode_base64(line.removeprefix("extra "))
    if content is None:
        raise CertificateError("The extra data of a certificate is not in base64.")
    return content


def _hash(line: str) -> bytes:
    content = decode_base64(line)
    if content is None or len(content) != HASH_SIZE:
        raise CertificateError(f"A line of an inclusion proof is not a hash in base64: {line[:80]!r}")
    return content
