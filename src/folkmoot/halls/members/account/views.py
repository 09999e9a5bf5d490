"""Signing in and out, and one's own password."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from folkmoot.halls.members.account.drafts import change_password
from folkmoot.halls.members.account.forms import PasswordForm, SignInForm
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.account.signin_links import account_behind

BACKEND = "django.contrib.auth.backends.ModelBackend"


def _onward(request: HttpRequest) -> str:
    """Return where to go after signing in: a path of this site, else the desk."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return resolve_url(str(settings.LOGIN_REDIRECT_URL))


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with e-mail address and password."""
    onward = _onward(request)
    if request.user.is_authenticated and request.method != "POST":
        return redirect(onward)
    form = SignInForm(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and form.account:
        login(request, form.account, BACKEND)
        return redirect(onward)
    return render(request, "members/account/sign_in.html", {"form": form, "next": onward})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out; nothing of the session stays."""
    logout(request)
    return redirect(resolve_url(str(settings.LOGOUT_REDIRECT_URL)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """Sign in with a one-time link: opening it only shows a button, so that a preview does not use it up."""
    if request.method == "POST":
        with transaction.atomic():
            account = account_behind(number, token, lock=True)
            if account:
                login(request, account, BACKEND)
                return redirect(resolve_url(str(settings.LOGIN_REDIRECT_URL)))
    elif account_behind(number, token):
        return render(request, "members/account/sign_in_link.html")
    return render(request, "members/account/sign_in_link_void.html", status=410)


@never_cache
@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password."""
    account = get_object_or_404(Account, pk=request.user.pk or 0)
    form = PasswordForm(account, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        change_password(account, form.cleaned_data["new"])
        update_session_auth_hash(request, account)
        messages.success(request, _("Your password is changed; other devices are signed out."))
        return redirect("members:password")
    return render(request, "members/account/password.html", {"form": form})
