"""Drafting forums."""

from __future__ import annotations

from typing import Any

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.kit.text import Text


def draft_forum(edition: Edition, name: Text, **fields: Any) -> Forum:
    """Draft a forum of an edition; it stands after the others unless `order` is given."""
    fields.setdefault("order", edition.forums.count())
    return Forum.objects.create(edition=edition, name=name, **fields)


def change_forum(forum: Forum, **changed: Any) -> Forum:
    """Change fields of a forum; what a schedule file calls it stays known."""
    for name, value in changed.items():
        setattr(forum, name, value)
    forum.save(update_fields=list(changed))
    return forum
