"""Answers that are saved, not shown: exact bytes under a stated name."""

from __future__ import annotations

import json

from django.http import HttpResponse

from folkmoot.canon import JSON

JSON_TYPE = "application/json"


def download(name: str, content: bytes, media_type: str = JSON_TYPE) -> HttpResponse:
    """Return `content` byte for byte as a file called `name`; no browser guesses what it might be."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=media_type, headers=headers)


def download_json(name: str, value: JSON) -> HttpResponse:
    """Return `value` as a JSON file, readable in any editor."""
    return download(name, json.dumps(value, ensure_ascii=False, indent=1).encode())
