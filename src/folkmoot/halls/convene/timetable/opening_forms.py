"""The form that opens an edition from a schedule file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from folkmoot.canon import digest
from folkmoot.halls.convene.edition.forms import EditionSlugField
from folkmoot.halls.convene.timetable.import_forms import ImportForm
from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.opening import NoZoneError, read_opening
from folkmoot.halls.convene.timetable.importers.plan import Plan, Source
from folkmoot.halls.convene.timetable.importers.planning import plan_import
from folkmoot.halls.convene.timetable.importers.reading import read_schedule
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.halls.convene.timetable.importers.uploads import NEW, Upload
from folkmoot.halls.convene.timetable.importers.wording import in_words
from folkmoot.kit.zones import offered_zones


def plan_opening(upload: Upload, slug: str) -> Plan:
    """Return what opening an edition from a file would do; ScheduleFileError or ImportRefusedError where it cannot."""
    file = read_schedule(upload.content, name=upload.name, zone=upload.zone or None)
    source = Source(upload.name, digest(upload.content))
    return plan_import(file, None, source=source, opening=read_opening(file, slug))


class OpeningForm(ImportForm):
    """A file, the short name of the edition it becomes, and the zone of its times."""

    slug = EditionSlugField()
    zones = staticmethod(offered_zones)

    def __init__(self, *args: Any, refused: str = "", **kwargs: Any) -> None:
        super().__init__(None, *args, refused=refused, **kwargs)
        del self.fields["overwrite"], self.fields["withdraw_missing"]
        self.fields["zone"].widget.attrs |= {"list": "zones", "dir": "ltr", "autocomplete": "off"}
        self.order_fields(["slug", "file", "zone"])

    def clean(self) -> dict[str, Any]:
        """Read the file, so that what is wrong with it stands beside it."""
        data = forms.Form.clean(self) or {}
        file = data.get("file")
        if not isinstance(file, UploadedFile) or self.errors:
            return data
        content = b"".join(file.chunks())
        upload = Upload(f"{NEW}{data['slug']}", (file.name or "")[-200:], data["zone"], False, False, content)
        try:
            plan_opening(upload, data["slug"])
        except ScheduleFileError as error:
            self.add_error("file", in_words(error))
        except NoZoneError:
            self.add_error("zone", _("The file does not name its time zone; say it here, for example Asia/Shanghai."))
        except ImportRefusedError as error:
            self.add_error("file", str(error))
        else:
            self.upload = upload
        return data
