"""Log lines as JSON, without personal data: what was asked, how it was answered, how long it took."""

from __future__ import annotations

import datetime
import json
import logging


class WithoutAddress(logging.Filter):
    """Takes addresses out of what Django logs of a request: a path can be a one-time link."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put the name of the view where the path stands."""
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            match = getattr(request, "resolver_match", None)
            view = match.view_name if match else "-"
            record.args = tuple(view if isinstance(arg, str) and arg.startswith("/") else arg for arg in record.args)
        return True


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message and what a caller passed as `extra={"fields": ...}`."""

    def format(self, record: logging.LogRecord) -> str:
        """Render a record."""
        moment = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        line = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)
