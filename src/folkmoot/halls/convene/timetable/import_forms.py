"""The form for uploading a schedule file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from folkmoot.canon import digest
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.importers.document import Limits, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.plan import Plan, Source
from folkmoot.halls.convene.timetable.importers.planning import plan_import
from folkmoot.halls.convene.timetable.importers.reading import read_schedule
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.halls.convene.timetable.importers.uploads import Upload
from folkmoot.halls.convene.timetable.importers.wording import in_words
from folkmoot.halls.convene.timetable.importers.zone_names import known_zone


def plan_upload(upload: Upload, edition: Edition) -> Plan:
    """Return what an uploaded file would change; raises ScheduleFileError for what cannot be read."""
    file = read_schedule(
        upload.content, name=upload.name, zone=upload.zone or None, edition_zone=edition.zone,
        limits=Limits(size=settings.UPLOAD_BYTES),
    )  # fmt: skip
    return plan_import(
        file,
        edition,
        overwrite=upload.overwrite,
        withdraw_missing=upload.withdraw_missing,
        source=Source(upload.name, digest(upload.content)),
    )


class ImportForm(forms.Form):
    """A file, the zone of its times, and what to do where file and desk differ."""

    file = forms.FileField(
        label=_("Schedule file"),
        help_text=_("XML (frab, pentabarf, pretalx), schedule.json, or CSV with our header."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xml,.json,.csv,.tsv"}),
        error_messages={"required": _("Choose a file."), "empty": _("This file is empty.")},
    )
    zone = forms.CharField(
        label=_("Time zone of the file"),
        required=False,
        max_length=64,
        help_text=_("Only if the file does not say it, or says it wrongly; for example Asia/Shanghai."),
    )
    overwrite = forms.BooleanField(
        label=_("Where both the desk and the file changed something, take the file's"), required=False
    )
    withdraw_missing = forms.BooleanField(
        label=_("Withdraw sessions of earlier files that are not in this one"), required=False
    )

    def __init__(self, edition: Edition | None, *args: Any, refused: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._edition = edition
        self._refused = refused
        self.upload: Upload | None = None

    def clean_zone(self) -> str:
        """Refuse what is no time zone, with suggestions."""
        zone = str(self.cleaned_data["zone"]).strip()
        try:
            return known_zone(zone) if zone else ""
        except ImportRefusedError as error:
            raise forms.ValidationError(str(error)) from error

    def _clean_fields(self) -> None:
        """A file that was refused for its size did not arrive; say that instead of asking for a file."""
        super()._clean_fields()  # type: ignore[misc]
        if self._refused:
            self.errors.pop("file", None)
            self.add_error("file", self._refused)

    def clean(self) -> dict[str, Any]:
        """Read the file, so that what is wrong with it stands beside it, and what would change is known to work."""
        data = super().clean() or {}
        file = data.get("file")
        edition = self._edition
        if not isinstance(file, UploadedFile) or self.errors or edition is None:
            return data
        upload = Upload(
            edition=edition.address,
            name=(file.name or "")[-200:],
            zone=data["zone"],
            overwrite=data["overwrite"],
            withdraw_missing=data["withdraw_missing"],
            content=b"".join(file.chunks()),
        )
        try:
            plan_upload(upload, edition)
        except ScheduleFileError as error:
            self.add_error("file", in_words(error))
        else:
            self.upload = upload
        return data
