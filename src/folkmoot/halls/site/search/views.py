"""The search page: one box, results with the words found in them, kinds as links."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from folkmoot.halls.site.search.enums import Kind
from folkmoot.halls.site.search.queries import look_up, rows_numbered
from folkmoot.halls.site.search.showing import result_of
from folkmoot.halls.site.search.words import MOST_TERMS, TERM_SOURCE
from folkmoot.kit.characters import clean_line

PAGE_LENGTH = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what the question in the address finds."""
    question = clean_line(request.GET.get("q", ""))
    kind = request.GET.get("kind", "")
    kind = kind if kind in Kind.values else ""
    answer = look_up(question, kind)
    page = Paginator(answer.rows, PAGE_LENGTH).get_page(request.GET.get("page"))
    language = get_language() or "en"
    context: dict[str, Any] = {
        "question": question[:TERM_SOURCE],
        "shortened": len(question) > TERM_SOURCE or len(answer.terms) == MOST_TERMS,
        "answer": answer,
        "kind": kind,
        "kinds": [(of.value, of.label, answer.counts[of]) for of in Kind if answer.counts[of]],
        "page": page,
        "results": [result_of(row, answer.terms, language) for row in rows_numbered(list(page.object_list))],
    }
    return render(request, "site/search/search.html", context)
