"""The lists a body adopted, in public: which there are, and the terms of each version."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from folkmoot.halls.members.vocabulary.queries import adopted_lists, versions_of
from folkmoot.halls.record.log import queries as log


def show_lists(request: HttpRequest) -> HttpResponse:
    """Show the newest version of every list."""
    newest = {vocabulary.key: vocabulary for vocabulary in reversed(adopted_lists())}
    return render(request, "members/vocabulary/index.html", {"vocabularies": sorted(newest.values(), key=str)})


def show_list(request: HttpRequest, key: str, number: int | None = None) -> HttpResponse:
    """Show one list, its newest version or the one asked for."""
    versions = list(versions_of(key))
    vocabulary = next((v for v in versions if number in (None, v.version)), None)
    if vocabulary is None:
        raise Http404
    context = {
        "vocabulary": vocabulary,
        "versions": versions,
        "newest": versions[0],
        "terms": vocabulary.terms.all(),
        "seal": log.seal_of(vocabulary.address),
    }
    return render(request, "members/vocabulary/list.html", context)
