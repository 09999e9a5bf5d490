"""Giving and withdrawing offices."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from folkmoot.halls.members.account.models import Office
from folkmoot.halls.members.account.queries import official_state
from folkmoot.halls.members.account.rights import may_give_office
from folkmoot.halls.members.person.models import Person
from folkmoot.halls.record.log.acts import perform
from folkmoot.kit.act import ActKind, Personal, catalogue
from folkmoot.kit.actor import Actor, office_name


@dataclass(frozen=True)
class OfficeState:
    """An office: its name in clear, its holder as a commitment."""

    name: str
    person: Personal
    withdrawn: bool


OFFICE_GIVEN = catalogue.declare(
    ActKind(
        name="office.given",
        version=1,
        payload=OfficeState,
        right=may_give_office,
        sentence=_("The office “%(name)s” was given"),
        subject="office",
        about=_("Somebody receives an office of the body."),
        labels={"name": office_name},
    )
)
OFFICE_WITHDRAWN = catalogue.declare(
    ActKind(
        name="office.withdrawn",
        version=1,
        payload=OfficeState,
        right=may_give_office,
        sentence=_("The office “%(name)s” was withdrawn"),
        subject="office",
        about=_("An office of the body is withdrawn, or laid down."),
        labels={"name": office_name},
    )
)


def give_office(actor: Actor, person: Person, name: str) -> Office:
    """Give an office to a person."""
    with perform(OFFICE_GIVEN, actor, person) as act:
        office = Office.objects.create(person=person, name=name)
        act.record(office.address, OfficeState(**official_state(office)))
    return office


def withdraw_office(actor: Actor, office: Office) -> Office:
    """Withdraw an office."""
    with perform(OFFICE_WITHDRAWN, actor, office) as act:
        office.withdrawn = True
        office.save(update_fields=["withdrawn"])
        act.record(office.address, OfficeState(**official_state(office)))
    return office
