"""An upload handler that stops reading a file once it is larger than officers may upload."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.utils.translation import gettext as _


class LimitedUpload(FileUploadHandler):
    """Counts the bytes of each file; a file over the limit is skipped and named in `request.META`."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Start counting for the next file."""
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass a chunk on, or give the file up."""
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_BYTES:
            if self.request is not None:
                self.request.META["folkmoot.upload_refused"] = refusal(self.file_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
        return


def refusal(name: str) -> str:
    """Return the sentence for a file that is too large."""
    return _("%(name)s is larger than %(limit)s MB, the most that can be uploaded.") % {
        "name": name,
        "limit": settings.UPLOAD_BYTES // 1_000_000,
    }
