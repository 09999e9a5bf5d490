"""Labels of vocabulary terms, asked once per list and request."""

from __future__ import annotations

import threading
from typing import Any

from django.core.signals import request_started
from django.utils.safestring import SafeString

from folkmoot.halls.members.vocabulary.queries import labels
from folkmoot.kit.registry import registry
from folkmoot.kit.text import Text
from folkmoot.web.rendering.texts import marked


class _Asked(threading.local):
    """The lists this thread has read since its request began."""

    def __init__(self) -> None:
        self.lists: dict[str, dict[str, Text]] = {}


_asked = _Asked()


def term(code: str, key: str) -> SafeString:
    """Return the label of a code in the adopted list `key`, or the code where the list does not have it."""
    if key not in _asked.lists:
        _asked.lists[key] = labels(key)
    return marked(_asked.lists[key].get(code) or code)


def _forget(*_: Any, **__: Any) -> None:
    _asked.lists.clear()


request_started.connect(_forget, dispatch_uid="vocabulary-terms")
registry.after_act.append(_forget)
