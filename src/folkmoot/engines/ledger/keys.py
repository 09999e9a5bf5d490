"""Keys as text: verifier keys to hand out, signer keys to keep secret (C2SP signed-note v1.0.0).

A verifier key, or vkey, is ``<name>+<key id>+<base64(type || public key)>``; a signer key is the same with the 32-byte
seed in place of the public key and ``PRIVATE+KEY+`` before it, as Go's ``sumdb/note`` writes it. The key id is the
beginning of a hash over name, type and public key, eight lower-case hexadecimal digits. It tells keys apart; it does
not protect: two keys can be made to share an id.

>>> key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
>>> key.name, f"{key.key_id:08x}", type(key).__name__
('PeterNeumann', 'c74f20a3', 'VerifierKey')
>>> signer = SignerKey("example.org/log", seed=bytes(32))
>>> signer
SignerKey(name='example.org/log')
>>> signer.verifier.verify(b"text\\n", signer.sign(b"text\\n").value)
True
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from folkmoot.engines.ledger.encoding import decode_base64, encode_base64, is_key_name
from folkmoot.engines.ledger.errors import KeyStringError
from folkmoot.engines.ledger.signatures import Signature

KEY_SIZE = 32
SIGNATURE_SIZE = 64
ED25519 = 0x01

_PRIVATE = "PRIVATE+KEY+"
_KEY_ID = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A named Ed25519 public key of 32 bytes whose signatures are over the note's text (type 0x01)."""

    name: str
    public: bytes
    type: ClassVar[int] = ED25519

    def __post_init__(self) -> None:
        _check_name(self.name)
        if len(self.public) != KEY_SIZE:
            raise KeyStringError(f'The public key of "{self.name}" has {len(self.public)} bytes, not {KEY_SIZE}.')

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the key of a vkey of this type. Raises KeyStringError, saying what is wrong with it."""
        parts = split_verifier_key(text)
        _check_type(parts, cls.type)
        key = cls(parts.name, parts.content)
        _check_id(parts, key.key_id)
        return key

    @property
    def key_id(self) -> int:
        """SHA-256(name || newline || type || public key), its first four bytes as a number."""
        return int.from_bytes(sha256(f"{self.name}\n".encode() + self._material()).digest()[:4], "big")

    def __str__(self) -> str:
        """Return the vkey."""
        return f"{self.name}+{self.key_id:08x}+{encode_base64(self._material())}"

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Say whether `signature` is this key's over a note's text, its last newline included."""
        return self._signed(text, signature)

    def _material(self) -> bytes:
        return bytes([self.type]) + self.public

    def _signed(self, message: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class SignerKey:
    """A named Ed25519 private key, from its seed of 32 bytes (RFC 8032). The seed is never shown by `repr`."""

    name: str
    seed: bytes = field(repr=False)
    type: ClassVar[int] = ED25519

    def __post_init__(self) -> None:
        _check_name(self.name)
        if len(self.seed) != KEY_SIZE:
            raise KeyStringError(f'The seed of "{self.name}" has {len(self.seed)} bytes, not {KEY_SIZE}.')

    @classmethod
    def generate(cls, name: str) -> Self:
        """Return a new key from the operating system's randomness."""
        return cls(name, secrets.token_bytes(KEY_SIZE))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the key of a signer key string of this type. Raises KeyStringError without repeating the secret."""
        parts = split_signer_key(text)
        _check_type(parts, cls.type)
        key = cls(parts.name, parts.content)
        _check_id(parts, key.verifier.key_id)
        return key

    @property
    def verifier(self) -> VerifierKey:
        """The key that verifies what this one signs."""
        return VerifierKey(self.name, self._public())

    def sign(self, text: bytes) -> Signature:
        """Sign a note's text, its last newline included."""
        return Signature(self.name, self.verifier.key_id, self._private().sign(text))

    def reveal(self) -> str:
        """Return the signer key string, which must be kept secret."""
        material = bytes([self.type]) + self.seed
        return f"{_PRIVATE}{self.name}+{self.verifier.key_id:08x}+{encode_base64(material)}"

    def _public(self) -> bytes:
        return self._private().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


@dataclass(frozen=True, slots=True)
class KeyParts:
    """What a key string says, before it is known which kind of key it is: the type byte and what follows it."""

    name: str
    key_id: int
    type: int
    content: bytes = field(repr=False)


def split_verifier_key(text: str) -> KeyParts:
    """Return the parts of a vkey of any type."""
    return _split(text, "verifier")


def split_signer_key(text: str) -> KeyParts:
    """Return the parts of a signer key string of any type."""
    if not text.startswith(_PRIVATE):
        raise KeyStringError(f"A signer key begins with {_PRIVATE}; this text does not.")
    return _split(text.removeprefix(_PRIVATE), "signer")


def _split(text: str, kind: str) -> KeyParts:
    name, _, rest = text.partition("+")
    key_id, _, material = rest.partition("+")
    content = decode_base64(material)
    if not is_key_name(name) or not _KEY_ID.fullmatch(key_id) or not content:
        raise KeyStringError(f"This is not a {kind} key; one has a name, eight hexadecimal digits and base64.")
    return KeyParts(name, int(key_id, 16), content[0], content[1:])


def _check_name(name: str) -> None:
    if not is_key_name(name):
        raise KeyStringError(f"A key cannot be named {name!r}: a name has no spaces and no plus, and is not empty.")


def _check_type(parts: KeyParts, expected: int) -> None:
    if parts.type != expected:
        raise KeyStringError(
            f'The key of "{parts.name}" has the type 0x{parts.type:02x}; 0x{expected:02x} was expected here.'
        )


def _check_id(parts: KeyParts, key_id: int) -> None:
    if parts.key_id != key_id:
        raise KeyStringError(
            f'The key of "{parts.name}" has the id {key_id:08x}, but its text says {parts.key_id:08x}.'
        )
