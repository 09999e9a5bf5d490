"""What can be asked about accounts and offices."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from folkmoot.halls.members.account.models import Account, Office, SignInFailure
from folkmoot.kit.act import Personal
from folkmoot.kit.actor import Actor


def actor_of(user: Account | AnonymousUser | Any) -> Actor:
    """Return the actor behind a signed-in account; an anonymous visitor is the public."""
    return user.actor if isinstance(user, Account) else Actor()


def account_of(email: str) -> Account:
    """Return an account by e-mail address; raises Account.DoesNotExist."""
    return Account.objects.get(email__iexact=email)


def official_state(office: Office) -> dict[str, Any]:
    """Return the official fields of an office; who holds it is a commitment."""
    person = office.person.address
    return {"name": office.name, "person": Personal(person, person), "withdrawn": office.withdrawn}


def too_many_failures(token: str, most: int, within: datetime.timedelta) -> bool:
    """Whether there were `most` failures to sign in under this fingerprint lately."""
    since = timezone.now() - within
    return SignInFailure.objects.filter(token=token, at__gte=since).count() >= most
