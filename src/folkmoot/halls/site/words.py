"""What an erasure does about each column of the hall `site` that can hold words."""

from __future__ import annotations

from folkmoot.kit.registry import Words, name_columns

COLUMNS = name_columns(
    "site",
    {
        Words.OWN: (
            "Page.title Page.lead Page.body Page.heading Indexed.route Indexed.title Indexed.context Indexed.texts"
        ),
        Words.PUBLIC: "Page.slug",
        Words.NONE: (
            "Page.public_id Page.section Page.status Page.document "
            "PlannedPublication.document PlannedPublication.office PlannedPublication.person "
            "Indexed.subject Indexed.scope Indexed.kind Indexed.fingerprint"
        ),
    },
)
