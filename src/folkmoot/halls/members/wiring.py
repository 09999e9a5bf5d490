"""What the hall `members` hangs into the registry."""

from __future__ import annotations

from folkmoot.halls.members.account import acts as _account_acts  # noqa: F401  (declares its act kinds)
from folkmoot.halls.members.account.drafts import erase_account
from folkmoot.halls.members.account.models import Office
from folkmoot.halls.members.account.queries import official_state as office_state
from folkmoot.halls.members.body import acts as _body_acts  # noqa: F401
from folkmoot.halls.members.body.addresses import page_of as body_page
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.body.queries import official_state as body_state
from folkmoot.halls.members.person.drafts import erase_person
from folkmoot.halls.members.vocabulary import acts as _vocabulary_acts  # noqa: F401
from folkmoot.halls.members.vocabulary.addresses import page_of as vocabulary_page
from folkmoot.halls.members.vocabulary.models import Vocabulary
from folkmoot.halls.members.vocabulary.queries import official_state as vocabulary_state
from folkmoot.halls.members.words import COLUMNS
from folkmoot.kit.registry import Official, registry


def hang() -> None:
    """Hang everything in; called once, when apps are ready."""
    registry.words |= COLUMNS
    registry.pages |= {"body": body_page, "vocabulary": vocabulary_page}
    registry.officials["body"] = Official("body", Body.objects.all, body_state)
    registry.officials["office"] = Official("office", Office.objects.select_related("person").all, office_state)
    registry.officials["vocabulary"] = Official("vocabulary", Vocabulary.objects.all, vocabulary_state)
    registry.erasures += [erase_account, erase_person]
