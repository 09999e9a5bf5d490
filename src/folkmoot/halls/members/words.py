"""What an erasure does about each column of the hall `members` that can hold words."""

from __future__ import annotations

from folkmoot.kit.registry import Words, name_columns

COLUMNS = name_columns(
    "members",
    {
        Words.OWN: "Person.name Account.password Account.email Account.language",
        Words.PUBLIC: "Body.name Body.notice Organisation.name Vocabulary.title Vocabulary.source Term.label",
        Words.NONE: (
            "Person.public_id Suppression.token SignInFailure.token Office.public_id Office.name "
            "Body.public_id Body.languages Body.zone Body.area_list Body.origin "
            "Organisation.public_id Organisation.actor_kind Organisation.area "
            "Vocabulary.public_id Vocabulary.key Vocabulary.document Term.code"
        ),
    },
)
