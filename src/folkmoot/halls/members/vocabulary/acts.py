"""Adopting a published list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from folkmoot.canon import digest
from folkmoot.halls.members.vocabulary.models import Term, Vocabulary
from folkmoot.halls.members.vocabulary.queries import adopted, document_of, official_state
from folkmoot.halls.members.vocabulary.rights import may_adopt
from folkmoot.halls.record.log.acts import perform
from folkmoot.kit.act import ActKind, catalogue
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text


@dataclass(frozen=True)
class VocabularyState:
    """An adopted version of a list; its terms stand in the document."""

    key: str
    number: int
    title: Text
    source: str
    document: str


VOCABULARY_ADOPTED = catalogue.declare(
    ActKind(
        name="vocabulary.adopted",
        version=1,
        payload=VocabularyState,
        right=may_adopt,
        sentence=_("Version %(number)s of the list “%(title)s” was adopted"),
        subject="vocabulary",
        about=_("A list of areas, kinds of actor, themes or session kinds is adopted, from a stated source."),
        documents={"vocabulary": _("the adopted list")},
    )
)


def adopt_vocabulary(actor: Actor, key: str, title: Text, terms: Mapping[str, Text], source: str = "") -> Vocabulary:
    """Adopt a list as the next version; an unchanged list is returned as it stands."""
    content = document_of(key, title, source, terms)
    before = adopted(key)
    if before and before.document == digest(content):
        return before
    with perform(VOCABULARY_ADOPTED, actor) as act:
        vocabulary = Vocabulary(key=key, version=before.version + 1 if before else 1, title=title, source=source)
        vocabulary.document = act.document("vocabulary", content, scope=vocabulary.address, subject=vocabulary.address)
        vocabulary.save()
        rows = enumerate(terms.items())
        Term.objects.bulk_create(
            [Term(vocabulary=vocabulary, code=code, label=label, place=place) for place, (code, label) in rows]
        )
        act.record(vocabulary.address, VocabularyState(**official_state(vocabulary)))
    return vocabulary
