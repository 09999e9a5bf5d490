"""What the hall `convene` hangs into the registry."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from folkmoot.halls.convene.archive import acts as _archive_acts  # noqa: F401  (declares its act kinds)
from folkmoot.halls.convene.archive.addresses import page_of as archive_page
from folkmoot.halls.convene.archive.models import Archive
from folkmoot.halls.convene.archive.queries import official_state as archive_state
from folkmoot.halls.convene.edition import acts as _edition_acts  # noqa: F401
from folkmoot.halls.convene.edition.addresses import page_of as edition_page
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import official_state as edition_state
from folkmoot.halls.convene.timetable import acts as _timetable_acts  # noqa: F401
from folkmoot.halls.convene.timetable.addresses import release_page
from folkmoot.halls.convene.timetable.currency import sweep
from folkmoot.halls.convene.timetable.drafts import erase_from_programmes
from folkmoot.halls.convene.timetable.importers.uploads import forget_uploads
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.convene.timetable.queries import official_state as release_state
from folkmoot.halls.convene.timetable.rendered import forget_pages
from folkmoot.halls.convene.timetable.tasks import look_for_due_releases
from folkmoot.halls.convene.words import COLUMNS
from folkmoot.kit.registry import MenuItem, Official, registry


def hang() -> None:
    """Hang everything in; called once, when apps are ready."""
    registry.words |= COLUMNS
    registry.menu.append(MenuItem(10, _("Programme"), "convene:editions"))
    registry.pages |= {"edition": edition_page, "archive": archive_page}
    registry.officials["edition"] = Official("edition", Edition.objects.all, edition_state)
    registry.officials["archive"] = Official("archive", Archive.objects.all, archive_state)
    registry.pages["release"] = release_page
    registry.officials["release"] = Official("release", Release.objects.select_related("edition").all, release_state)
    # First of all: it needs the names that the members' own erasure blanks.
    registry.erasures.insert(0, erase_from_programmes)
    registry.erasures += [forget_uploads, forget_pages]
    registry.due += [look_for_due_releases, sweep]
