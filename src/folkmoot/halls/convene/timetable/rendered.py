"""Rendered pages as files: once per release, redaction epoch, build and language, then read without the database.

A page lies in `pages/<key>/<digest of its address>` of the data folder, plain and with `.gz` compressed. The key is
the page's ETag, so that nothing is ever served that the facts behind the ETag no longer name; folders of other keys
are removed when that is noticed, all of them when somebody is erased. A folder that cannot be written to is no fault:
pages are rendered then.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import logging
import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse

from folkmoot.kit.registry import Erasure

HEADERS = ("Content-Type", "X-Robots-Tag")
LEVEL = 6

logger = logging.getLogger("folkmoot.pages")


@dataclass(frozen=True)
class Rendered:
    """A page as it is sent: status, headers of its own, and its bytes."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)

    @classmethod
    def of(cls, response: HttpResponse) -> Rendered:
        """Take over what a view answered."""
        headers = {name: response[name] for name in HEADERS if name in response}
        return cls(response.status_code, headers, bytes(response.content))

    def compressed(self) -> Rendered:
        """Return the page compressed; the same page gives the same bytes."""
        content = gzip.compress(self.content, LEVEL, mtime=0)
        return Rendered(self.status, {**self.headers, "Content-Encoding": "gzip"}, content)

    def response(self) -> HttpResponse:
        """Return the page as an answer."""
        response = HttpResponse(self.content, status=self.status, headers=dict(self.headers))
        response["Vary"] = "Accept-Encoding"
        return response


def find_page(key: str, address: str, *, compressed: bool) -> Rendered | None:
    """Return a page that was kept; None where there is none, or where the file is not whole."""
    try:
        head, _, content = _path(key, address, compressed=compressed).read_bytes().partition(b"\n")
        status, length, headers = json.loads(head)
    except (OSError, ValueError):
        return None
    return Rendered(status, headers, content) if length == len(content) else None


def keep_page(key: str, address: str, page: Rendered, packed: Rendered) -> None:
    """Keep a page, plain and compressed; a folder that is full or cannot be written to is logged and lived with."""
    try:
        _write(_path(key, address, compressed=False), page)
        _write(_path(key, address, compressed=True), packed)
    except OSError as error:
        logger.warning("a page could not be kept and will be rendered again: %s", error)


def discard_pages(key: str) -> None:
    """Remove the pages of one key."""
    _remove(_folder() / key)


def sweep_pages(current: Collection[str]) -> int:
    """Remove the folders of all keys but the current ones; returns how many there were."""
    old = [path for path in _folders() if path.name not in current]
    for path in old:
        _remove(path)
    return len(old)


def forget_pages(_owner: str, _erasure: Erasure) -> None:
    """Remove every page once an erasure is committed; for the registry."""
    transaction.on_commit(purge_pages)


def purge_pages() -> None:
    """Remove every page."""
    sweep_pages(())


def _folder() -> Path:
    return Path(settings.DATA) / "pages"


def _folders() -> list[Path]:
    try:
        return sorted(_folder().iterdir())
    except OSError:
        return []


def _path(key: str, address: str, *, compressed: bool) -> Path:
    name = hashlib.sha256(address.encode()).hexdigest()[:32]
    return _folder() / key / (f"{name}.gz" if compressed else name)


def _write(path: Path, page: Rendered) -> None:
    """Write a file whole or not at all: other processes read while this one writes."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    head = json.dumps([page.status, len(page.content), dict(page.headers)]).encode()
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(head + b"\n" + page.content)
        os.replace(name, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        logger.error("the rendered pages in %s could not be removed; remove the folder by hand", folder)
