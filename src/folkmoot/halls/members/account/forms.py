"""Signing in, and changing one's own password."""

from __future__ import annotations

import datetime
import hashlib
import hmac
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.members.account.drafts import forget_failures, note_failure
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.account.queries import too_many_failures

MOST_FAILURES = 5
FAILURE_WINDOW = datetime.timedelta(minutes=15)


def failure_token(email: str, address: str) -> str:
    """Return the keyed fingerprint under which failures are counted; neither value can be read from it."""
    plain = f"sign-in\n{email.strip().casefold()}\n{address}"
    return hmac.new(settings.SECRET_KEY.encode(), plain.encode(), hashlib.sha256).hexdigest()


class SignInForm(forms.Form):
    """E-mail address and password; what is wrong with them is never said."""

    email = forms.CharField(
        label=_("E-mail address"), max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "dir": "ltr"}),
    )  # fmt: skip
    password = forms.CharField(
        label=_("Password"), max_length=1_000, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "dir": "ltr"}),
    )  # fmt: skip

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.account: Account | None = None

    def clean(self) -> dict[str, Any]:
        """Find the account; a failure is counted per account and address."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        token = failure_token(cleaned["email"], self.request.META.get("REMOTE_ADDR", ""))
        if too_many_failures(token, MOST_FAILURES, FAILURE_WINDOW):
            raise ValidationError(
                _("There were too many attempts. Try again in 15 minutes, or ask for a one-time link.")
            )
        found = authenticate(self.request, username=cleaned["email"], password=cleaned["password"])
        if not isinstance(found, Account):
            note_failure(token)
            raise ValidationError(_("This e-mail address and this password do not belong together."))
        forget_failures(token)
        self.account = found
        return cleaned


class PasswordForm(forms.Form):
    """A new password; whoever has one says it first."""

    old = forms.CharField(
        label=_("Present password"), strip=False, max_length=1_000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "dir": "ltr"}),
    )  # fmt: skip
    new = forms.CharField(
        label=_("New password"), strip=False, max_length=1_000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
    )  # fmt: skip
    again = forms.CharField(
        label=_("New password, once more"), strip=False, max_length=1_000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
    )  # fmt: skip

    def __init__(self, account: Account, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        self.fields["new"].help_text = " ".join(password_validators_help_texts())
        if not account.has_usable_password():
            del self.fields["old"]

    def clean_old(self) -> str:
        """The present password must be right."""
        old: str = self.cleaned_data["old"]
        if not self.account.check_password(old):
            raise ValidationError(_("This is not your present password."))
        return old

    def clean_new(self) -> str:
        """The new password must be long and uncommon enough."""
        new: str = self.cleaned_data["new"]
        validate_password(new, self.account)
        return new

    def clean_again(self) -> str:
        """Both must be the same."""
        again: str = self.cleaned_data["again"]
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise ValidationError(_("The two new passwords are not the same."))
        return again
