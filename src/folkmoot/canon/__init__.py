"""What every floor shares: canonical JSON, digests, commitments and quantised numbers.

A value has exactly one canonical form (RFC 8785), and a digest is always SHA-256 over those bytes, so that two
people who hold the same value hold the same digest.

>>> from folkmoot.canon import canonical, digest
>>> canonical({"b": 1, "a": ["é", None]})
b'{"a":["\\xc3\\xa9",null],"b":1}'
>>> digest(b"")[:8]
'e3b0c442'
"""

from folkmoot.canon.digests import HASH_NAME, commit, digest, leaf_digest, new_key, opens
from folkmoot.canon.json import JSON, NotCanonicalError, canonical, read
from folkmoot.canon.numbers import quantise

__all__ = [
    "HASH_NAME",
    "JSON",
    "NotCanonicalError",
    "canonical",
    "commit",
    "digest",
    "leaf_digest",
    "new_key",
    "opens",
    "quantise",
    "read",
]
