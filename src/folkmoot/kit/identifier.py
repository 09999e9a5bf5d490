"""Public identifiers: a kind and ten random Crockford characters, for ever.

`session:7K3M9QX2TA` names one session on every page, in every entry and export. Slugs, imported guids and the
identifiers of merged things are attributes, never names.
"""

import re
import secrets
from typing import Any, Self

from django.db import models

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
PATTERN = rf"[{ALPHABET}]{{{LENGTH}}}"
_ADDRESS = re.compile(rf"([a-z][a-z-]*):({PATTERN})")


def new_identifier() -> str:
    """Return ten random characters of Crockford's base 32 (50 bits)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def split_address(address: str) -> tuple[str, str]:
    """Split `kind:IDENTIFIER`; raises ValueError with the value when it is no address."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise ValueError(f"{address!r} is no identifier; one looks like session:7K3M9QX2TA.")
    return match[1], match[2]


class Identified(models.Model):
    """A row with a public identifier; `kind` is the word before the colon."""

    kind: str = ""

    public_id = models.CharField(max_length=LENGTH, unique=True, default=new_identifier, editable=False)

    class Meta:
        abstract = True

    @property
    def address(self) -> str:
        """The full public identifier, for instance `session:7K3M9QX2TA`."""
        return f"{self.kind}:{self.public_id}"

    @classmethod
    def addressed(cls, address: str) -> Self:
        """Return the row at `address`; raises DoesNotExist when the kind or the identifier is another's."""
        kind, public_id = split_address(address)
        if kind != cls.kind:
            raise cls.DoesNotExist(f"{address} is not a {cls.kind}.")
        manager: Any = cls._default_manager
        found: Self = manager.get(public_id=public_id)
        return found
