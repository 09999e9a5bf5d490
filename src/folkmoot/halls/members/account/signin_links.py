"""One-time links to sign in with: valid for a day, and used up by the first sign-in of any kind."""

from __future__ import annotations

import hashlib

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import base36_to_int

from folkmoot.halls.members.account.models import Account

VALID_SECONDS = 24 * 60 * 60


class SignInTokens(PasswordResetTokenGenerator):
    """Tokens over the account's state; signing in changes `last_login` and so makes them void."""

    key_salt = "folkmoot.members.sign-in-link"

    def _make_hash_value(self, user: Account, timestamp: int) -> str:
        last = user.last_login.isoformat() if user.last_login else ""
        plain = f"{user.pk}\n{user.password}\n{last}\n{timestamp}\n{user.email}"
        return hashlib.sha256(plain.encode()).hexdigest()

    def check_token(self, user: Account | None, token: str | None) -> bool:
        """Whether a token is this account's, unused and not older than a day."""
        if user is None or not token or not user.is_active:
            return False
        stamp, _, _ = token.partition("-")
        try:
            made = base36_to_int(stamp)
        except ValueError:
            return False
        wanted = self._make_token_with_timestamp(user, made, self.secret)
        return constant_time_compare(wanted, token) and 0 <= self._seconds() - made <= VALID_SECONDS

    def _seconds(self) -> int:
        return int(self._num_seconds(self._now()))


tokens = SignInTokens()


def make_link(account: Account) -> str:
    """Return the path of a page that signs the holder of this account in, once, within a day."""
    return reverse("members:sign-in-link", args=[account.pk, tokens.make_token(account)])


def account_behind(number: int, token: str, *, lock: bool = False) -> Account | None:
    """Return the account a link signs in, or None when it was used, is too old or was never made here."""
    accounts = Account.objects.select_for_update(of=("self",)) if lock else Account.objects.all()
    account = accounts.filter(pk=number).first()
    return account if tokens.check_token(account, token) else None
