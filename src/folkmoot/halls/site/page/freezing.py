"""Freezing the draft of a page: a skeleton of identifier, address and order, and one salted sheet with its words.

Words may name people. They stand in the sheet alone, so that a redaction can withhold them while the skeleton, its
digest and every proof stay valid. A text that says the same as the published one keeps its sheet and its salt.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from folkmoot.audit.programme import SHEET_FORMAT
from folkmoot.canon import canonical, digest, read
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.site.page.models import Page

FORMAT = "folkmoot-text/1"
WORDS = ("title", "lead", "body")


class NothingToPublishError(ValueError):
    """The draft lacks a title or a text, or says what is public already."""


@dataclass(frozen=True)
class FrozenPage:
    """A frozen draft: the bytes of skeleton and sheet."""

    skeleton: bytes
    sheet: bytes

    @property
    def document(self) -> str:
        """The digest of the skeleton."""
        return digest(self.skeleton)

    def fingerprint(self) -> str:
        """Return a digest of everything said, without the salt: the same as long as the draft says the same."""
        sheet = {**read(self.sheet), "salt": ""}
        skeleton = {**read(self.skeleton), "sheet": digest(canonical(sheet))}
        return digest(canonical(skeleton))


def freeze(page: Page) -> FrozenPage:
    """Freeze the draft; raises NothingToPublishError with what is missing."""
    for name in ("title", "body"):
        if not getattr(page, name):
            raise NothingToPublishError(f"The page {page.slug} has no {name}; write one, then publish it.")
    sheet = _sheet(page)
    skeleton = {
        "format": FORMAT,
        "id": page.address,
        "section": page.section,
        "slug": page.slug,
        "order": page.order,
        "sheet": digest(sheet),
    }
    return FrozenPage(canonical(skeleton), sheet)


def text_scope(page: Page) -> str:
    """Return the scope under which the record keeps the sheets of a page."""
    return f"{page.address}/text"


def sheet_named_in(document: str) -> str:
    """Return the digest of the sheet that a published skeleton names."""
    name: str = read(bytes(log.document(document).content or b""))["sheet"]
    return name


def read_sheet(page: Page, name: str) -> dict[str, Any] | None:
    """Return the words of a page by the digest of their sheet; None where withheld."""
    content = log.contents([name], text_scope(page)).get(name)
    return read(content) if content is not None else None


def _sheet(page: Page) -> bytes:
    words = {name: getattr(page, name).written() for name in WORDS}
    said: dict[str, Any] = {"format": SHEET_FORMAT, "subject": page.address, **words}
    before = read_sheet(page, sheet_named_in(page.document)) if page.document else None
    same = before is not None and {**before, "salt": ""} == {**said, "salt": ""}
    return canonical({**said, "salt": before["salt"] if before and same else secrets.token_hex(32)})
