"""What stands around every request: a log line, and plain sentences when the storage fails."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

# Every act and draft is one transaction, so what could not be stored changed nothing.
FAULTS = {
    "full": _("The disk is full, or fails. Nothing was changed; make room and try again."),
    "read-only": _("The data folder cannot be written to. Nothing was changed."),
    "busy": _("Others are writing. Nothing was changed; try again in a moment."),
}

logger = logging.getLogger("folkmoot.requests")

Answer = Callable[[HttpRequest], HttpResponse]


def log_requests(answer: Answer) -> Answer:
    """Log method, view, status and milliseconds: never the address's query, the visitor, or a path with a token."""

    def middleware(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = answer(request)
        match = request.resolver_match
        fields = {
            "method": request.method,
            "view": match.view_name if match else "-",
            "status": response.status_code,
            "milliseconds": round(1000 * (time.perf_counter() - started), 1),
        }
        logger.info("%(method)s %(view)s %(status)s %(milliseconds)s ms", fields, extra={"fields": fields})
        return response

    return middleware


class name_storage_faults:  # noqa: N801  (named like the other middleware)
    """Answer a full disk or a read-only folder with a sentence; nothing was changed, since every act is atomic."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a storage fault into a page; everything else goes on."""
        if not isinstance(error, DatabaseError | OSError) or (fault := storage_fault(error)) is None:
            return None
        logger.error("storage fault: %s", error)
        status = 507 if fault == "full" else 503
        return render(request, "fault.html", {"fault": fault}, status=status)


def storage_fault(error: Exception) -> str | None:
    """Return `full`, `read-only`, `busy` or None for an error of the storage."""
    words = str(error).lower()
    if "disk is full" in words or "no space left" in words or "disk full" in words or "disk i/o error" in words:
        return "full"
    if "readonly" in words or "read-only" in words or "unable to open database" in words:
        return "read-only"
    return "busy" if "database is locked" in words else None
