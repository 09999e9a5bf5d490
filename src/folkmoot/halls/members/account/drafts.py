"""Opening and closing accounts; an account is a way in, not an office."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.members.account.models import Account, SignInFailure
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.registry import Erasure

FAILURES_KEPT = datetime.timedelta(hours=1)


def open_account(person: Person, email: str, password: str | None = None) -> Account:
    """Open an account for a person; without a password the only way in is a one-time link."""
    account = Account(person=person, email=email)
    if password:
        account.set_password(password)
    else:
        account.set_unusable_password()
    account.save()
    return account


def change_password(account: Account, password: str) -> Account:
    """Give an account a new password; every other session of it ends."""
    account.set_password(password)
    account.save(update_fields=["password"])
    return account


def note_failure(token: str) -> None:
    """Remember a failed attempt to sign in, and forget old ones."""
    SignInFailure.objects.filter(at__lt=timezone.now() - FAILURES_KEPT).delete()
    SignInFailure.objects.create(token=token)


def forget_failures(token: str) -> None:
    """Forget the failures of somebody who has signed in since."""
    SignInFailure.objects.filter(token=token).delete()


def erase_account(owner: str, erasure: Erasure) -> None:
    """Close the account of an erased person and forget its address."""
    account = Account.objects.filter(person__public_id=owner.partition(":")[2]).first()
    if not owner.startswith("person:") or account is None:
        return
    account.email = f"{account.person.public_id.lower()}@erased.invalid"
    account.is_active = False
    account.set_unusable_password()
    account.save(update_fields=["email", "is_active", "password"])
    erasure.remarks.append(_("The account of this person is closed and its e-mail address is forgotten."))
    if account.person.offices.filter(withdrawn=False).exists():
        erasure.remarks.append(_("The office this person holds stays in the record until it is withdrawn."))
