"""The administration: nothing in it can be added, changed or deleted, and secrets are not in it."""

from __future__ import annotations

from django.contrib import admin
from django.test import RequestFactory

from folkmoot.halls.members.account.models import Account
from folkmoot.kit.admin import ReadOnlyAdmin

SECRET = {"Commitment", "Account", "Suppression", "SignInFailure", "Person"}


def test_every_official_model_is_read_only(officer: Account) -> None:
    request = RequestFactory().get("/")
    request.user = officer
    ours = [made for made in admin.site._registry.values() if type(made).__module__.startswith("folkmoot.")]
    assert len(ours) >= 9
    for made in ours:
        assert isinstance(made, ReadOnlyAdmin)
        rights = made.get_model_perms(request)
        assert rights == {"add": False, "change": False, "delete": False, "view": True}


def test_what_is_personal_or_secret_is_not_shown() -> None:
    assert not SECRET & {model.__name__ for model in admin.site._registry}
