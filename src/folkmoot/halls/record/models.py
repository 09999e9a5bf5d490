"""The tables of the record."""

from folkmoot.halls.record.log.models import Commitment, Document, Entry, Head

__all__ = ["Commitment", "Document", "Entry", "Head"]
