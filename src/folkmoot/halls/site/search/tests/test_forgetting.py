"""After an erasure no file of the database holds the name: index, pages, drafts, write-ahead log."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.members.account.queries import actor_of
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.site.page.acts import publish_page
from folkmoot.halls.site.page.drafts import draft_page
from folkmoot.halls.site.search.models import Indexed, Token
from folkmoot.halls.site.search.queries import look_up
from folkmoot.kit.text import Text
from tests.harness.committed import CommittedDatabase
from tests.harness.world import appoint, convene, draft_programme, found

pytestmark = pytest.mark.usefixtures("ticking")


def names_in(database: Path, names: list[str]) -> list[str]:
    files = [path for path in database.parent.glob(f"{database.name}*") if path.is_file()]
    content = b"".join(path.read_bytes() for path in files)
    return [name for name in names if name.encode() in content or json.dumps(name)[1:-1].encode() in content]


def test_the_files_of_the_database_forget_the_name(committed_db: CommittedDatabase) -> None:
    if committed_db.vendor != "sqlite":
        pytest.skip("PostgreSQL forgets with its next VACUUM; see docs/run/erasing.md.")
    found()
    actor = actor_of(appoint())
    world = draft_programme(convene())
    publish_page(
        actor,
        draft_page("news", "prize", Text.of("Mirembe Okafor wins", "en"), body=Text.of("By Mirembe Okafor.", "en")),
    )
    release_timetable(actor, world.edition, "First")
    names = ["Mirembe", "Okafor", "okafor", "mirembe"]
    assert names_in(Path(committed_db.name), names) == names
    assert Client().get("/en/search/?q=okafor").text.count("<mark>") >= 3
    redact(actor, world.speakers["okafor"].person.address, Ground.OWN_REQUEST)
    assert names_in(Path(committed_db.name), names) == []
    assert look_up("okafor").total == 0
    assert Indexed.objects.exists()
    assert Token.objects.exists()
    connection.close()
