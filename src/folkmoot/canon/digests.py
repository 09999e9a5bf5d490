"""SHA-256 digests, RFC 9162 leaf hashes, and keyed commitments to personal values."""

import hashlib
import hmac
import secrets

from folkmoot.canon.json import JSON, canonical

HASH_NAME = "sha-256"
KEY_BYTES = 32
LEAF_PREFIX = b"\x00"


def digest(content: bytes) -> str:
    """Return the SHA-256 of `content` as 64 lower-case hexadecimal characters (FIPS 180-4)."""
    return hashlib.sha256(content).hexdigest()


def leaf_digest(entry: bytes) -> str:
    """Return the Merkle leaf hash of an entry, SHA-256(0x00 || entry), in hexadecimal (RFC 9162, 2.1.1)."""
    return hashlib.sha256(LEAF_PREFIX + entry).hexdigest()


def new_key() -> bytes:
    """Return 32 fresh random bytes for one commitment."""
    return secrets.token_bytes(KEY_BYTES)


def commit(key: bytes, value: JSON) -> str:
    """Commit to `value`: HMAC-SHA256 under `key` over its canonical form, in hexadecimal (RFC 2104).

    Whoever holds neither key nor value learns nothing; once the key is deleted the commitment can never be tied
    to a person again, while everything that contains it stays valid.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"A commitment key has {KEY_BYTES} bytes, this one {len(key)}.")
    return hmac.new(key, canonical(value), hashlib.sha256).hexdigest()


def opens(commitment: str, key: bytes, value: JSON) -> bool:
    """Say whether `key` and `value` open `commitment`."""
    return hmac.compare_digest(commitment, commit(key, value))
