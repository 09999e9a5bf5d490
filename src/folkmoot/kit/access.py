"""Who may see a page: the door of every view that is not public."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

import rules
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext

from folkmoot.kit.actor import Actor

P = ParamSpec("P")
OfficersView = Callable[Concatenate[HttpRequest, Actor, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def officers_only(right: rules.predicates.Predicate) -> Callable[[OfficersView[P]], View[P]]:
    """Let in whoever has the right, and hand the view the actor; the right is asked for with every request.

    Nobody signed in is led to the sign-in page and back; somebody without the right reads a sentence (403). What is
    shown is kept in no cache.
    """

    def decorate(view: OfficersView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
            actor: Actor = getattr(request.user, "actor", None) or Actor()
            if not right.test(actor):
                raise PermissionDenied(
                    gettext("This page is for officers of the body; your account holds no such office.")
                )
            response = view(request, actor, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        return guarded

    return decorate
