"""The invented officer as whom a visitor signs in."""

from __future__ import annotations

from folkmoot.demo.identity import LANGUAGES, OFFICER
from folkmoot.halls.members.account.acts import give_office
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.actor import SECRETARIAT, Actor
from folkmoot.kit.text import Text


def officer() -> Account | None:
    """Return the officer's account, or None when somebody has changed it since."""
    return Account.objects.filter(email__iexact=OFFICER[1]).select_related("person").first()


def appoint_officer(actor: Actor) -> None:
    """Appoint the officer where a founding was interrupted before it came to that."""
    name, email = OFFICER
    account = officer() or open_account(draft_person(Text.of(name, LANGUAGES[0])), email)
    if not account.person.offices.filter(name=SECRETARIAT).exists():
        give_office(actor, account.person, SECRETARIAT)
