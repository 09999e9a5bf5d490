"""Transparency logs in the public formats: an append-only list of entries that anybody can check.

A log is a Merkle tree over entries (RFC 9162), cut into tiles that can be served as plain files (C2SP tlog-tiles),
whose size and root the log signs again and again (signed-note, tlog-checkpoint) and witnesses cosign
(tlog-cosignature). Whoever holds a certificate (tlog-proof) and a policy (tlog-policy) needs no server to check it.

>>> from folkmoot.engines.ledger import Checkpoint, Frontier, SignerKey, leaf_hashes, open_checkpoint, prove_inclusion
>>> from folkmoot.engines.ledger import sign_note, verify_inclusion
>>> hashes = leaf_hashes([b"a call was opened", b"a session was accepted", b"a programme was released"])
>>> tree = Frontier().grow(hashes).frontier
>>> signer = SignerKey("example.org/record", seed=bytes(32))
>>> note = sign_note(Checkpoint("example.org/record", tree.size, tree.root()).text, signer)
>>> proof = prove_inclusion(1, tree.size, read=lambda level, index: tree.rows[level])
>>> head = open_checkpoint(note, "example.org/record", [signer.verifier]).checkpoint
>>> verify_inclusion(1, head.size, hashes[1], proof, head.root)
"""

from folkmoot.engines.ledger.bundles import (
    LARGEST_ENTRY,
    Bundle,
    bundle_at,
    bundles_of,
    decode_entries,
    encode_entries,
    parse_bundle_path,
)
from folkmoot.engines.ledger.certificates import Certificate, parse_certificate, verify_certificate
from folkmoot.engines.ledger.checkpoints import (
    Checkpoint,
    SignedCheckpoint,
    open_checkpoint,
    parse_checkpoint,
    verify_growth,
)
from folkmoot.engines.ledger.cosignatures import (
    CosignerKey,
    CosignerVerifierKey,
    cosigned_at,
    parse_log_key,
)
from folkmoot.engines.ledger.errors import (
    CertificateError,
    CheckpointError,
    KeyStringError,
    LedgerError,
    NoteError,
    PolicyError,
    ProofError,
    SignatureError,
    TileError,
)
from folkmoot.engines.ledger.frontier import Frontier, Growth, StoredTile, load_frontier
from folkmoot.engines.ledger.keys import SignerKey, VerifierKey
from folkmoot.engines.ledger.notes import (
    Note,
    NoteSigner,
    NoteVerifier,
    OpenedNote,
    add_signatures,
    open_note,
    parse_note,
    sign_note,
)
from folkmoot.engines.ledger.policy import Cosigned, Group, Policy, TrustedCheckpoint, TrustedLog, Witness, check_policy
from folkmoot.engines.ledger.policy_text import format_policy, parse_policy
from folkmoot.engines.ledger.proofs import (
    prove_consistency,
    prove_inclusion,
    root_at,
    root_from_inclusion,
    verify_consistency,
    verify_inclusion,
)
from folkmoot.engines.ledger.replay import replay_entries, verify_published
from folkmoot.engines.ledger.signatures import Signature, parse_signature
from folkmoot.engines.ledger.storage import FetchPath, ReadTile
from folkmoot.engines.ledger.tiles import Tile, parse_tile_path, tile_at, tiles_between, tiles_of
from folkmoot.engines.ledger.tree import EMPTY_ROOT, HASH_SIZE, leaf_hash, leaf_hashes, node_hash, root_of

__all__ = [
    "EMPTY_ROOT",
    "HASH_SIZE",
    "LARGEST_ENTRY",
    "Bundle",
    "Certificate",
    "CertificateError",
    "Checkpoint",
    "CheckpointError",
    "Cosigned",
    "CosignerKey",
    "CosignerVerifierKey",
    "FetchPath",
    "Frontier",
    "Group",
    "Growth",
    "KeyStringError",
    "LedgerError",
    "Note",
    "NoteError",
    "NoteSigner",
    "NoteVerifier",
    "OpenedNote",
    "Policy",
    "PolicyError",
    "ProofError",
    "ReadTile",
    "Signature",
    "SignatureError",
    "SignedCheckpoint",
    "SignerKey",
    "StoredTile",
    "Tile",
    "TileError",
    "TrustedCheckpoint",
    "TrustedLog",
    "VerifierKey",
    "Witness",
    "add_signatures",
    "bundle_at",
    "bundles_of",
    "check_policy",
    "cosigned_at",
    "decode_entries",
    "encode_entries",
    "format_policy",
    "leaf_hash",
    "leaf_hashes",
    "load_frontier",
    "node_hash",
    "open_checkpoint",
    "open_note",
    "parse_bundle_path",
    "parse_certificate",
    "parse_checkpoint",
    "parse_log_key",
    "parse_note",
    "parse_policy",
    "parse_signature",
    "parse_tile_path",
    "prove_consistency",
    "prove_inclusion",
    "replay_entries",
    "root_at",
    "root_from_inclusion",
    "root_of",
    "sign_note",
    "tile_at",
    "tiles_between",
    "tiles_of",
    "verify_certificate",
    "verify_consistency",
    "verify_growth",
    "verify_inclusion",
    "verify_published",
]
