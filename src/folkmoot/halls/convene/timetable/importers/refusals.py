"""Errors of planning, applying and undoing: sentences for the officer, nothing was changed."""

from __future__ import annotations


class ImportRefusedError(ValueError):
    """The import, or its undoing, cannot be done; the sentence says why and what to do."""


class StalePlanError(ImportRefusedError):
    """The draft changed since the plan was shown."""
