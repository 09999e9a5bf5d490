"""What an erasure does about each column of the hall `record` that can hold words."""

from __future__ import annotations

from folkmoot.kit.registry import Words, name_columns

COLUMNS = name_columns(
    "record",
    {
        Words.SHEET: "Commitment.value",
        Words.NONE: (
            "Head.time Entry.kind Entry.subject Entry.time "
            "Document.digest Document.scope Document.subject Document.media_type "
            "Commitment.commitment Commitment.path Commitment.owner"
        ),
    },
)
