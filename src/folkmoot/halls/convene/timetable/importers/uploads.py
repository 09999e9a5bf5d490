"""Uploaded files between being looked at and being taken over.

A file lies in `uploads/` of the data folder under a random token, readable by the server alone, for a day at most.
The first line says, as JSON, for which edition it is and what was asked; the file's own bytes follow.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.kit.registry import Erasure

KEPT_SECONDS = 24 * 60 * 60
NEW = "new:"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Upload:
    """A file as it was uploaded, and what was asked with it.

    `edition` is an address, or `new:` and the short name of an edition that is to be opened.
    """

    edition: str
    name: str
    zone: str
    overwrite: bool
    withdraw_missing: bool
    content: bytes


def _folder() -> Path:
    return Path(settings.DATA) / "uploads"


def keep_upload(upload: Upload) -> str:
    """Keep an upload for a day and return its token; what is older than a day goes at the same time."""
    _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    remove_old_uploads()
    token = secrets.token_urlsafe(32)
    head: dict[str, Any] = asdict(upload)
    content = head.pop("content")
    path = _folder() / token
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(json.dumps(head).encode() + b"\n" + content)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return token


def find_upload(token: str, edition: Edition) -> Upload | None:
    """Return an upload for this edition; None if there is none, or none any more."""
    upload = _find(token)
    return upload if upload is not None and upload.edition == edition.address else None


def find_opening(token: str) -> tuple[Upload, str] | None:
    """Return an upload for an edition to be opened, and its short name; None if there is none, or none any more."""
    upload = _find(token)
    return (upload, upload.edition.removeprefix(NEW)) if upload and upload.edition.startswith(NEW) else None


def _find(token: str) -> Upload | None:
    path = _folder() / token
    return _read(path) if _TOKEN.fullmatch(token) and _is_fresh(path) else None


def discard_upload(token: str) -> None:
    """Remove an upload."""
    if _TOKEN.fullmatch(token):
        (_folder() / token).unlink(missing_ok=True)


def discard_uploads(edition: Edition | None = None) -> int:
    """Remove every upload for an edition (or for all) that waits to be taken over; returns how many there were."""
    found = [path for path in _paths() if edition is None or _edition_of(path) in (edition.address, None)]
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def forget_uploads(owner: str, erasure: Erasure) -> None:
    """Remove all uploads once somebody's erasure is committed: any of them may hold the name; for the registry."""
    if owner.startswith("person:"):
        transaction.on_commit(_discard_all)


def _discard_all() -> None:
    discard_uploads()


def remove_old_uploads() -> None:
    """Remove uploads that nobody took over within a day."""
    for path in _paths():
        if not _is_fresh(path):
            path.unlink(missing_ok=True)


def _paths() -> Iterator[Path]:
    if _folder().is_dir():
        yield from sorted(path for path in _folder().iterdir() if path.is_file())


def _is_fresh(path: Path) -> bool:
    try:
        return abs(time.time() - path.stat().st_mtime) < KEPT_SECONDS
    except OSError:
        return False


def _edition_of(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return str(json.loads(file.readline(10_000))["edition"])
    except (OSError, ValueError, KeyError):
        return None


def _read(path: Path) -> Upload | None:
    try:
        head, _, content = path.read_bytes().partition(b"\n")
        return Upload(**json.loads(head), content=content)
    except (OSError, ValueError, TypeError):
        return None
