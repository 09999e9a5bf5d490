"""Describing an institution from public sources.

The document is `{"format", "institution", "note", "gap", "rows": [{"year", "name", "fields": [{"label", "value"}],
"source": [...]}]}` with texts as JSON; every row names its sources, and `gap` what the sources did not say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as _

from folkmoot.canon import canonical, digest
from folkmoot.halls.convene.archive.models import Archive
from folkmoot.halls.convene.archive.queries import official_state
from folkmoot.halls.convene.archive.rights import may_describe
from folkmoot.halls.record.log.acts import perform
from folkmoot.kit.act import ActKind, catalogue
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text

FORMAT = "folkmoot-archive/1"


@dataclass(frozen=True)
class ArchiveState:
    """An archive; the facts stand in the document."""

    slug: str
    title: Text
    document: str


ARCHIVE_DESCRIBED = catalogue.declare(
    ActKind(
        name="archive.described",
        version=1,
        payload=ArchiveState,
        right=may_describe,
        sentence=_("“%(title)s” was described from public sources"),
        subject="archive",
        about=_("Facts about an institution that does not run this site are compiled from public sources."),
        documents={"archive": _("the facts and their sources")},
    )
)


def describe_archive(actor: Actor, slug: str, title: Text, facts: Mapping[str, Any]) -> Archive:
    """Describe an institution, or describe it anew; an unchanged description is returned as it stands."""
    content = canonical({"format": FORMAT, **facts})
    archive = Archive.objects.filter(slug=slug).first() or Archive(slug=slug)
    if archive.document == digest(content):
        return archive
    with perform(ARCHIVE_DESCRIBED, actor, archive) as act:
        archive.title = title
        archive.document = act.document("archive", content, scope=archive.address, subject=archive.address)
        archive.save()
        act.record(archive.address, ArchiveState(**official_state(archive)))
    return archive
