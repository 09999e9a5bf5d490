"""Writing organisations down."""

from __future__ import annotations

from collections.abc import Iterable

from folkmoot.halls.members.organisation.models import Organisation
from folkmoot.kit.text import Text


def draft_organisation(name: Text, actor_kind: str = "", area: str = "") -> Organisation:
    """Write down an organisation."""
    return Organisation.objects.create(name=name, actor_kind=actor_kind, area=area)


def draft_organisations(rows: Iterable[tuple[Text, str, str]]) -> list[Organisation]:
    """Write down many organisations (name, kind of actor, area), in order."""
    return Organisation.objects.bulk_create([Organisation(name=n, actor_kind=k, area=a) for n, k, a in rows])
