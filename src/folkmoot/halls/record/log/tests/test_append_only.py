"""The database itself refuses to alter the record, on both databases."""

import pytest
from django.db import DatabaseError, connection, transaction

from folkmoot.halls.members.body.models import Body
from folkmoot.halls.record.log.models import Document, Entry, Head
from folkmoot.halls.record.log.triggers import install_triggers, missing_triggers

pytestmark = pytest.mark.django_db


def refuse(what: str, statement: str) -> None:
    with pytest.raises(DatabaseError, match=what), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE record_entry SET kind = 'x'", "an entry cannot be changed"),
        ("DELETE FROM record_entry", "an entry cannot be deleted"),
        ("DELETE FROM record_head", "the head cannot be deleted"),
        ("UPDATE record_head SET size = size + 2", "the head only moves forward by one"),
        ("UPDATE record_head SET size = size - 1", "the head only moves forward by one"),
        ("UPDATE record_head SET size = size + 1, time = '1999'", "the head only moves forward by one"),
    ],
)
def test_the_database_refuses(release: object, statement: str, what: str) -> None:
    refuse(what, statement)
    assert Entry.objects.count() == Head.objects.get().size


def test_a_document_can_be_withheld_but_never_rewritten(release: object) -> None:
    document = Document.objects.first()
    assert document is not None
    with pytest.raises(DatabaseError, match="a document can only be withheld"), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(content=b"{}")
    Document.objects.filter(pk=document.pk).update(content=None)
    assert Document.objects.get(pk=document.pk).withheld


def test_postgresql_refuses_to_empty_the_tables(body: Body) -> None:
    if connection.vendor == "sqlite":
        assert Entry.objects.count() == 1  # SQLite knows no TRUNCATE; DELETE is refused above
        return
    refuse("it cannot be emptied", "TRUNCATE record_entry CASCADE")
    refuse("it cannot be emptied", "TRUNCATE record_head")


def test_a_dropped_trigger_is_noticed_and_comes_back(body: Body) -> None:
    assert missing_triggers(connection) == []
    with connection.cursor() as cursor:
        on = "" if connection.vendor == "sqlite" else " ON record_entry"
        cursor.execute(f"DROP TRIGGER entry_fixed{on}")
    assert missing_triggers(connection) == ["entry_fixed"]
    install_triggers()
    assert missing_triggers(connection) == []
