"""Languages: every text of the interface is in the catalogues, whole, and nothing visible stands outside them."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.architecture.source import ASIDE, PACKAGE, PROJECT, files

Key = tuple[str | None, tuple[str, ...]]

CATALOGUES = sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/*.po"))
TOOLS = ("xgettext", "msguniq", "msgattrib")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>")
# What a plural form may leave out: "one session", "two sessions" say the number in words.
NUMBERS = {"count", "n", "shown"}


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as text:
        return read_po(text, locale=path.parts[-3])


def messages(path: Path) -> list[Message]:
    return [message for message in catalogue(path) if message.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The forms of a message or a translation: one, or one per plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def key(message: Message) -> Key:
    return message.context, forms(message.id)


def told(message: Message, why: str) -> str:
    return f"“{forms(message.id)[0]}”{f' ({message.context})' if message.context else ''}: {why}"


def untranslated(message: Message, plurals: int) -> Iterator[str]:
    said = forms(message.string)
    if len(said) < (plurals if message.pluralizable else 1) or not all(form.strip() for form in said):
        yield "is not translated"
    if message.fuzzy:
        yield "is fuzzy"


def misfilled(message: Message) -> Iterator[str]:
    """Placeholders that a translation lacks or adds, and signs of percent that break it."""
    wanted = {name for form in forms(message.id) for name in PLACEHOLDER.findall(form)}
    for form in forms(message.string):
        found = set(PLACEHOLDER.findall(form))
        lacking = wanted - found - (NUMBERS if message.pluralizable else set())
        if form and (lacking or found - wanted):
            yield f"has {sorted(found)} instead of {sorted(wanted)} in “{form}”"
        if wanted and re.search(r"%(?!\(\w+\)[sd]|%)", form):
            yield f"has a lone % in “{form}”"


def marked_up(text: str) -> list[tuple[str, str]]:
    return TAG.findall(text)


def balanced(text: str) -> bool:
    """Whether every tag is closed by its own."""
    open_tags: list[str] = []
    for slash, name in marked_up(text):
        if not slash:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags


def mistagged(message: Message) -> Iterator[str]:
    """Markup that a translation lacks, adds or leaves open."""
    original = forms(message.id)[0]
    for form in forms(message.string):
        same = Counter(marked_up(form)) == Counter(marked_up(original)) and balanced(form) == balanced(original)
        if form and not same:
            yield f"has other tags in “{form}”"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_everything_in_a_catalogue_is_translated(path: Path) -> None:
    plurals = catalogue(path).num_plurals
    found = [told(message, why) for message in messages(path) for why in untranslated(message, plurals)]
    assert not found, f"{len(found)}:\n" + "\n".join(found)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_translations_have_the_placeholders_and_tags_of_their_originals(path: Path) -> None:
    found = [told(m, why) for m in messages(path) for why in (*misfilled(m), *mistagged(m))]
    assert not found, "\n".join(found)


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[Key]:
    """The messages that stand in the source now, found as `make messages` finds them."""
    if missing := [tool for tool in TOOLS if shutil.which(tool) is None]:
        pytest.skip(f"GNU gettext is not installed, so texts cannot be collected: {', '.join(missing)} is missing.")
    copy = tmp_path_factory.mktemp("messages") / "folkmoot"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns(*ASIDE, "static", "*.po", "*.mo"))
    (copy / "locale").mkdir(exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "ar", "-d", "django", "--no-wrap"],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    return {key(message) for message in messages(copy / "locale/ar/LC_MESSAGES/django.po")}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_holds_every_text_of_the_source(path: Path, extracted: set[Key]) -> None:
    known = {key(message) for message in messages(path)}
    missing = sorted(f"“{' | '.join(ids)}”{f' ({context})' if context else ''}" for context, ids in extracted - known)
    assert not missing, f"{len(missing)}, run `make messages` and translate:\n" + "\n".join(missing)


# ------------------------------------------------------- texts outside translation

NOTHING = "\N{OBJECT REPLACEMENT CHARACTER}"
HIDDEN = re.compile(
    r"\{%\s*comment\b.*?\{%\s*endcomment\s*%\}|\{#.*?#\}"
    r"|\{%\s*blocktrans(?:late)?\b.*?\{%\s*endblocktrans(?:late)?\s*%\}|\{%.*?%\}|\{\{.*?\}\}",
    re.DOTALL,
)
DEFAULT = re.compile(r"""\|\s*(?:default|default_if_none|yesno):(["'])(?P<words>[^"']*)\1""")
READ_ALOUD = {"title", "alt", "aria-label", "aria-description", "placeholder", "label"}
VERBATIM = {"code", "pre", "kbd", "script", "style"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
NAMES = {"Folkmoot"}


def is_words(text: str) -> bool:
    """Whether a text has letters that are not a name of ours."""
    rest = text.replace(NOTHING, " ").strip()
    return rest not in NAMES and any(letter.isalpha() for letter in rest)


class Eye(HTMLParser):
    """Sees the texts of a template in which everything that Django fills in has been taken out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.verbatim += tag in VERBATIM
        shown = {*READ_ALOUD, "value"} if tag == "input" and ("type", "submit") in attrs else READ_ALOUD
        self.found += [f'{name}="{value}"' for name, value in attrs if name in shown and is_words(value or "")]

    def handle_endtag(self, tag: str) -> None:
        self.verbatim -= tag in VERBATIM

    def handle_data(self, data: str) -> None:
        if not self.verbatim and is_words(data):
            self.found.append(" ".join(data.replace(NOTHING, "…").split()))


def outside_translation(template: str) -> list[str]:
    """Visible words of a template that no translator ever sees."""
    eye = Eye()
    eye.feed(HIDDEN.sub(NOTHING, template))
    eye.close()
    filled = "".join(found[0] for found in HIDDEN.finditer(template) if found[0].startswith("{{"))
    return eye.found + [found["words"] for found in DEFAULT.finditer(filled) if is_words(found["words"])]


def test_no_visible_text_of_a_template_stands_outside_translation() -> None:
    found = {
        str(path.relative_to(PROJECT)): words
        for path in files("*.html")
        if (words := outside_translation(path.read_text(encoding="utf-8")))
    }
    assert not found, "Use translate or blocktranslate:\n" + "\n".join(
        f"{path}: {words}" for path, words in found.items()
    )


def test_the_eye_for_texts_sees_the_usual_forms() -> None:
    for template in (
        "<p>Seats</p>",
        '<img alt="A map">',
        '<a title="More {{ n }}">→</a>',
        '<nav aria-label="Pages"></nav>',
        '<p>{{ name|default:"unknown" }}</p>',
        "<p>{% translate 'Seats' %} and {{ n }}</p>",
        "<code>x</code><b>y</b>",
    ):
        assert outside_translation(template), template
    for template in (
        '<p>{% translate "Seats" %}: {{ n }} · 12–14</p>',
        '<a aria-label="{% translate "More" %}" href="/here" class="quiet">Folkmoot</a>',
        "{% blocktranslate %}{{ n }} seats{% endblocktranslate %}",
        "<pre><code>python3 check_page.py</code></pre>{# Seats #}{% comment %}Seats{% endcomment %}",
        '<p>{{ name|default:_("unknown") }}{{ home|default:"/" }}</p>',
    ):
        assert not outside_translation(template), template


def test_the_eye_for_translations_sees_what_is_broken() -> None:
    def broken(id_: str | tuple[str, str], string: str | tuple[str, ...]) -> list[str]:
        message = Message(id_, string)
        return [*misfilled(message), *mistagged(message)]

    assert not broken(("%(n)s seat", "%(n)s seats"), ("مقعد", "%(n)s مقاعد"))
    assert not broken("<bdi>%(name)s</bdi>: %(what)s", "%(what)s: <bdi>%(name)s</bdi>")
    assert not broken("It begins with <schedule>.", "它以 <schedule> 开头。")
    assert broken("%(name)s is here", "is here")
    assert broken("%(name)s is here", "%(nmae)s is here")
    assert broken("%(name)s is here", "%(name)s 50 % here")
    assert broken("<b>%(name)s</b>", "<b>%(name)s")
    assert broken("<b>%(name)s</b>", "</b>%(name)s<b>")
