"""A browser at the desk: like any browser it sends the hidden stamp of what the form showed along."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

VERSION = re.compile(r'name="version" value="([^"]*)"')


def version_in(page: str) -> str:
    """The stamp of what a page showed; nothing where the form is for something new."""
    found = VERSION.search(page)
    return found[1] if found else ""


class Desk(Client):
    """Opens a form before it sends it, unless a test says itself which version was seen."""

    def post(self, path: Any, data: Any = None, *args: Any, **extra: Any) -> Any:
        """Send a form."""
        if isinstance(data, dict) and "version" not in data and str(path).endswith("/edit/"):
            data = {**data, "version": version_in(self.get(path).content.decode())}
        return super().post(path, data, *args, **extra)
