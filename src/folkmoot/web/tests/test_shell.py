"""What stands around every page."""

import gzip
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client

from folkmoot.halls.convene.timetable.models import Release

PAGES = ("", "record/", "record/entry/0/", "record/check/", "convene/", "convene/2026/", "members/vocabulary/")


@pytest.mark.parametrize("page", PAGES)
def test_a_public_page_sets_no_cookie_and_varies_by_encoding_only(client: Client, release: Release, page: str) -> None:
    response = client.get(f"/en/{page}")
    assert response.status_code == 200
    assert not response.cookies
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("code", "tag", "direction"), [("en", "en", "ltr"), ("ar", "ar", "rtl"), ("zh-hans", "zh-Hans", "ltr")]
)
def test_a_page_says_its_language_and_direction(
    client: Client, release: Release, page: str, code: str, tag: str, direction: str
) -> None:
    assert f'<html lang="{tag}" dir="{direction}">' in client.get(f"/{code}/{page}").text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_needs_neither_inline_scripts_nor_styles(client: Client, release: Release, page: str) -> None:
    text = client.get(f"/ar/{page}").text
    assert "<script" not in text
    assert "<style" not in text
    assert 'style="' not in text
    assert "http://" not in text.replace(settings.SITE_URL, "")


def test_languages_lead_to_the_same_page_with_its_filters(client: Client, release: Release) -> None:
    text = client.get("/en/record/?kind=edition.opened&subject=edition").text
    assert 'href="/ar/record/?kind=edition.opened&amp;subject=edition" lang="ar" dir="rtl"' in text
    assert 'hreflang="zh-Hans" href="/zh-hans/record/?kind=edition.opened&amp;subject=edition"' in text


def test_the_hall_one_is_in_is_marked(client: Client, release: Release) -> None:
    assert '<a href="/en/record/" aria-current="page">' in client.get("/en/record/").text
    assert '<a href="/en/record/" aria-current="true">' in client.get("/en/record/entry/0/").text


def test_a_question_mark_in_an_address_injects_nothing(client: Client, release: Release) -> None:
    assert '"><script>' not in client.get('/en/record/?kind="><script>alert(1)</script>').text


class Plan(forms.Form):
    title = forms.CharField(label="Title", help_text="As it will stand in the record.")
    agreed = forms.BooleanField(label="Agreed")
    mode = forms.ChoiceField(label="Mode", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)


def test_a_form_says_first_what_is_wrong_and_leads_there() -> None:
    html = render_to_string("form.html", {"form": Plan({"mode": "c"})})
    assert "3 things need another look" in html
    assert html.index('href="#id_title"') < html.index("<label")
    assert 'href="#field-mode"' in html


def test_a_field_reads_label_hint_control_error() -> None:
    html = render_to_string("form.html", {"form": Plan({"mode": "a"})})
    title = html[html.index('id="field-title"') :]
    places = [title.index(part) for part in ("<label", 'id="id_title_helptext"', "<input", 'id="id_title_error"')]
    assert places == sorted(places)
    assert 'aria-describedby="id_title_helptext id_title_error"' in title
    assert 'aria-invalid="true"' in title


def test_all_styles_together_are_small() -> None:
    folder = Path(str(finders.find("folkmoot/folkmoot.css"))).parent
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in folder.glob("*.css")) <= 12_000
