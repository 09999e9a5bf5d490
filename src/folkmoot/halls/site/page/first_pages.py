"""The pages every body needs from its first day, as drafts to complete.

What stands in square brackets is for the body to say; nothing here claims anything on its behalf.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from folkmoot.kit.text import Text


@dataclass(frozen=True)
class FirstPage:
    """A draft as messages of the interface."""

    slug: str
    title: str
    lead: str
    body: str


FIRST_PAGES = (
    FirstPage(
        "about",
        _("About this body"),
        _("Who convenes here, and under which rules."),
        _(
            "[Say in two sentences who the body is and what it convenes.]\n\n"
            "### Who takes part\n\n[Name the constituencies and how one joins.]\n\n"
            "### How it decides\n\n[Name the rules of procedure, or link to them.]\n\n"
            "### How it is paid for\n\n[Name the sources of funds.]"
        ),
    ),
    FirstPage(
        "privacy",
        _("Privacy"),
        _("Which personal data this site keeps, why, for how long, and how to have them erased."),
        _(
            "### Who answers for it\n\n[Name the controller and how to reach the person in charge.]\n\n"
            "### What is kept\n\n"
            "Reading this site sets no cookie and calls no other host. Whoever signs in has an account with a name "
            "and an e-mail address. Whoever speaks stands in the programme with the name and affiliation they "
            "agreed to.\n\n"
            "[Name the purposes, the legal grounds and the periods.]\n\n"
            "### Your rights\n\n"
            "You may ask to see, correct or erase what concerns you. What was erased is withheld everywhere, and the "
            "record says that something was withheld, never whose it was.\n\n"
            "[Name the address for requests and the supervising authority.]"
        ),
    ),
    FirstPage(
        "imprint",
        _("Imprint"),
        _("Who is responsible for this site."),
        _(
            "[Full name and legal form of the body]\n\n[Postal address]\n\n[E-mail address and telephone number]\n\n"
            "[Who represents it; register and number where there is one]"
        ),
    ),
    FirstPage(
        "accessibility",
        _("Accessibility"),
        _("How far everybody can use this site, and whom to tell when not."),
        _(
            "This site is meant to meet WCAG 2.2, levels A and AA, in every language it offers, and to work with a "
            "keyboard, with a screen reader, without JavaScript and on a screen 320 pixels wide.\n\n"
            "### Known problems\n\n[List them, with the date of the last review and who made it.]\n\n"
            "### Tell us\n\n[Name an address, and how soon you answer.]\n\n"
            "### On site\n\n[Step-free ways, hearing loops, sign languages, captions, quiet rooms.]"
        ),
    ),
)


def first_text(message: str) -> Text:
    """Return a message in English, the original, and in every language of the interface that translates it."""
    said = {"en": message}
    for code, _name in settings.LANGUAGES:
        with override(code):
            translated = gettext(message)
        if translated != message:
            language, _dash, script = code.partition("-")
            said[f"{language}-{script.title()}" if script else language] = translated
    return Text("en", said)
