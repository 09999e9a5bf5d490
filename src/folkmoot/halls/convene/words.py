"""What an erasure does about each column of the hall `convene` that can hold words."""

from __future__ import annotations

from folkmoot.kit.registry import Words, name_columns

COLUMNS = name_columns(
    "convene",
    {
        Words.STRUCK: (
            "Session.guid Session.external Session.kind_code Session.title Session.subtitle Session.abstract "
            "Session.description Session.link Session.links Session.imported "
            "Speaker.biography Speaker.pseudonym Speaker.external Speaker.imported "
            "Forum.external Room.external PlannedRelease.name PlannedRelease.notes"
        ),
        Words.OWN: "ScheduleImport.file_name ScheduleImport.summary ScheduleImport.before",
        Words.PUBLIC: (
            "Archive.slug Archive.title Edition.slug Edition.title Edition.theme Edition.place Forum.name "
            "Venue.name Venue.address_lines Room.name Room.equipment Release.name Release.notes"
        ),
        Words.NONE: (
            "Archive.public_id Archive.document "
            "Edition.public_id Edition.zone Edition.day_change Edition.languages Edition.status "
            "Forum.public_id Forum.rank Venue.public_id Room.public_id "
            "Speaker.public_id Speaker.actor_kind Speaker.shown "
            "Session.public_id Session.status Session.mode Session.on_record Session.languages Session.interpretation "
            "Appearance.role Release.public_id Release.document "
            "PlannedRelease.document PlannedRelease.office PlannedRelease.person "
            "ScheduleImport.public_id ScheduleImport.digest"
        ),
    },
)
