"""What can be asked about people."""

from __future__ import annotations

from folkmoot.halls.members.person.models import Person
from folkmoot.halls.record.log.models import Commitment


def person_called(identifier: str) -> Person:
    """Return a person by public identifier; raises Person.DoesNotExist."""
    return Person.objects.get(public_id=identifier)


def committed_values(person: Person) -> int:
    """Return how many values about a person stand behind commitments of the record and were not withheld yet."""
    return Commitment.objects.filter(owner=person.address, key__isnull=False).count()
