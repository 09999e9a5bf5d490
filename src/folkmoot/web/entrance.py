"""What stands before the halls: the language to begin in, health, robots, and the page for a fault of ours."""

from __future__ import annotations

import re

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from folkmoot.halls.members.body.queries import the_body
from folkmoot.halls.record.log.queries import record_size
from folkmoot.kit.text import same_language

# Ways to write a language in an address that lead to ours; `zh-hant` is another written language and does not.
SPELLINGS = {"zh": "zh-hans", "zh-cn": "zh-hans", "zh-sg": "zh-hans", "zh-hans-cn": "zh-hans"}
_exactly = "|".join(re.escape(code) for code, _ in settings.LANGUAGES)
_known = "|".join([*SPELLINGS, _exactly])
OTHER_SPELLINGS = rf"^(?!(?:{_exactly})/)(?P<written>(?i:{_known}))/(?P<rest>.*)$"

ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /*/desk/\n"


def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the home page in the best of the body's languages for this reader."""
    response = HttpResponseRedirect(f"/{best_language(request.headers.get('Accept-Language', ''))}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def best_language(wishes: str) -> str:
    """Return the interface language that an Accept-Language header asks for, else the body's first."""
    offered = _offered()
    for wish, _ in parse_accept_lang_header(wishes):
        for code in offered:
            if same_language(SPELLINGS.get(wish, wish), code):
                return code
    return offered[0]


def correct_language(request: HttpRequest, written: str, rest: str) -> HttpResponse:
    """Lead from another spelling of a language to ours: `/zh/record/` to `/zh-hans/record/`."""
    written = written.lower()
    query = request.META.get("QUERY_STRING", "")
    path = f"/{SPELLINGS.get(written, written)}/{rest}"
    return redirect(f"{path}?{query}" if query else path, permanent=True)


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Lead from the administration to the site's own way in, which counts failures."""
    way_on = request.GET.get("next", "/admin/")
    return redirect_to_login(way_on if way_on.startswith("/admin/") else "/admin/", reverse("members:sign-in"))


def report_health(request: HttpRequest) -> HttpResponse:
    """Say whether the database answers, and how long the record is; 503 when it does not."""
    try:
        size = record_size()
    except (DatabaseError, OSError):
        return JsonResponse({"status": "unavailable", "database": "unreachable"}, status=503)
    return JsonResponse({"status": "ok", "database": "reachable", "record": size})


def send_robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines what is not for them."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


def send_icon(request: HttpRequest) -> HttpResponse:
    """Lead those who ask for the old name of the icon to the mark."""
    return redirect(static("folkmoot/mark.svg"))


def show_fault(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours without asking the database for anything."""
    return HttpResponse(render_to_string("500.html"), status=500)


def _offered() -> list[str]:
    known = [code for code, _ in settings.LANGUAGES]
    body = the_body()
    chosen = [tag.lower() for tag in body.languages] if body else []
    return [code for code in chosen if code in known] or [settings.LANGUAGE_CODE]
