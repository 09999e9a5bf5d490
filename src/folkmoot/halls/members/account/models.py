"""Accounts and offices."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from folkmoot.halls.members.person.models import Person
from folkmoot.kit.actor import PARTICIPANT, Actor
from folkmoot.kit.identifier import Identified


class Accounts(BaseUserManager["Account"]):
    """The way in for Django's authentication."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """Find an account by e-mail address, whatever its case."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A way to sign in; belongs to one person."""

    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="account")
    language = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    @property
    def actor(self) -> Actor:
        """Who acts when this account does: asked anew every time, since an office may be withdrawn meanwhile."""
        if not self.is_active:
            return Actor()
        offices = frozenset(self.person.offices.filter(withdrawn=False).values_list("name", flat=True))
        return Actor(min(offices, default=PARTICIPANT), self.person.address, offices)

    @property
    def is_staff(self) -> bool:
        """Whether the read-only administration may be looked at: officers may."""
        return self.is_active and self.person.offices.filter(withdrawn=False).exists()

    def has_perm(self, permission: str, obj: Any = None) -> bool:
        """Officers may view; nobody changes anything in the administration."""
        return ".view_" in permission and self.is_staff

    def has_module_perms(self, label: str) -> bool:
        """Officers see every hall."""
        return self.is_staff


class SignInFailure(models.Model):
    """A failed attempt to sign in: account and address as one keyed fingerprint, kept for an hour at most."""

    token = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["token", "at"], name="sign_in_failures")]


class Office(Identified):
    """An office a person holds in the body; given and withdrawn by acts."""

    kind = "office"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offices")
    name = models.CharField(max_length=40)
    withdrawn = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name
