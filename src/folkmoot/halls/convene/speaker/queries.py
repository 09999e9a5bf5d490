"""What can be asked about the speakers of an edition, drafts included; for officers."""

from __future__ import annotations

from collections.abc import Iterable

from folkmoot.canon import read
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.record.log import queries as log
from folkmoot.kit.text import Text


def drafted_speakers(edition: Edition, words: str = "", shown: str = "") -> list[int]:
    """Return the numbers of an edition's speakers by name; `words` stand in name or organisation, `shown` says how."""
    speakers = Speaker.objects.filter(edition=edition)
    if shown:
        speakers = speakers.filter(shown=shown)
    rows = speakers.values_list("pk", "person__name", "organisation__name")
    found = [(str(name).casefold(), pk) for pk, name, of in rows if _says((name, of), words.casefold())]
    return [number for _name, number in sorted(found)]


def speakers_numbered(numbers: Iterable[int]) -> list[Speaker]:
    """Return the speakers with these numbers, in this order."""
    wanted = list(numbers)
    found = Speaker.objects.select_related("person", "organisation").in_bulk(wanted)
    return [found[number] for number in wanted if number in found]


def speaker_choices(edition: Edition) -> dict[str, str]:
    """Return the name of every speaker of an edition who was not erased, by public identifier, in order of names."""
    rows = Speaker.objects.filter(edition=edition, person__erased=False).values_list("public_id", "person__name")
    named = [(str(name), identifier) for identifier, name in rows]
    return {identifier: name for name, identifier in sorted(named, key=lambda row: (row[0].casefold(), row[1]))}


def name_was_frozen(speaker: Speaker) -> bool:
    """Whether a release of this edition, published or planned, shows the person under their own name."""
    return any(
        subject == speaker.person.address and not read(content)["pseudonym"]
        for subject, content in log.documents_within(speaker.edition.address)
    )


def _says(texts: Iterable[Text | None], words: str) -> bool:
    return not words or any(words in value.casefold() for text in texts if text for _tag, value in text)
