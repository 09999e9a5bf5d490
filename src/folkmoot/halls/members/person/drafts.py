"""Writing people down, and erasing what is personal about them."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from folkmoot.halls.members.person.models import Person, Suppression
from folkmoot.kit.names import key_of_name
from folkmoot.kit.registry import Erasure, registry
from folkmoot.kit.text import Text


def draft_person(name: Text) -> Person:
    """Write down a person."""
    return Person.objects.create(name=name)


def draft_people(names: Iterable[Text]) -> list[Person]:
    """Write down many people at once, in order."""
    return Person.objects.bulk_create([Person(name=name) for name in names])


def rename_person(person: Person, name: Text) -> Person:
    """Correct a person's names; raises ValueError for somebody erased, whose name must not come back."""
    if person.erased:
        raise ValueError(f"{person.address} was erased; a name would bring back what was withheld.")
    person.name = name
    person.save(update_fields=["name"])
    return person


def suppression_token(name: str) -> str:
    """Return the keyed fingerprint of a name, the same for every way of writing it, on this installation only."""
    return keyed("suppression", key_of_name(name))


def keyed(purpose: str, words: str) -> str:
    """Return a fingerprint of words that nobody without this installation's key can make or try out."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{purpose}\n{words}".encode(), hashlib.sha256).hexdigest()


def erased_key(key: str) -> str:
    """Return what stands for a guid that holds an erased name: the same for the same guid, and it says nothing."""
    return f"erased-{keyed('guid', key)[:32]}"


def suppressed(names: Iterable[str]) -> dict[str, Person]:
    """Return, of these names, those that were erased, with the person who bore them."""
    tokens = {name: suppression_token(name) for name in names}
    rows = Suppression.objects.filter(token__in=set(tokens.values())).select_related("person")
    found = {row.token: row.person for row in rows}
    return {name: found[token] for name, token in tokens.items() if token in found}


def erase_person(owner: str, erasure: Erasure) -> None:
    """Blank a person's names and remember them only as fingerprints, so that no import brings them back."""
    person = Person.objects.filter(public_id=owner.partition(":")[2]).first()
    if not owner.startswith("person:") or person is None:
        return
    for name in erasure.names | {name for _, name in person.name}:
        Suppression.objects.get_or_create(token=suppression_token(name), defaults={"person": person})
    person.name = Text()
    person.erased = True
    person.save(update_fields=["name", "erased"])


def rehearse_erasure(owner: str) -> Erasure:
    """Return what erasing `owner` would reach, by doing it and taking it back."""
    erasure = Erasure()
    with transaction.atomic():
        for erase in registry.erasures:
            erase(owner, erasure)
        transaction.set_rollback(True)
    return erasure
