"""After a redaction: nothing of it on any page or in any file, and everything still checks."""

from __future__ import annotations

import re

from django.test import Client

from folkmoot.canon import digest
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.enums import Ground
from folkmoot.kit.actor import Actor
from tests.harness.world import Programme

HERE = "/en/convene/2026/timetable/"
FILES = "/convene/2026/timetable/"


def erase(actor: Actor, world: Programme) -> tuple[str, int]:
    """Erase Mirembe Okafor; returns the identifier and the place of the act."""
    person = world.speakers["okafor"].person
    entry, _ = redact(actor, person.address, Ground.OWN_REQUEST)
    return person.public_id, entry.place


def test_a_session_says_that_a_name_was_withheld_and_by_which_act(
    client: Client, actor: Actor, world: Programme, release: Release
) -> None:
    path = f"{HERE}session/{world.sessions['opening'].public_id}/"
    assert "Mirembe Okafor" in client.get(path).content.decode()
    _, place = erase(actor, world)
    page = client.get(path).content.decode()
    assert "Okafor" not in page
    assert "Name withheld" in page
    assert re.search(rf'href="[^"]*/{place}/?"', page)


def test_the_name_is_gone_from_every_page_and_file(
    client: Client, actor: Actor, world: Programme, release: Release
) -> None:
    identifier, _ = erase(actor, world)
    release_timetable(actor, world.edition, "After the erasure")
    session = world.sessions["opening"].public_id
    pages = ["", "day/2026-11-19/", "speakers/", "changes/", "changes/1/", f"session/{session}/"]
    files = ["programme.json", "speakers.json", f"session/{session}.json", "release/1.json", "changes.atom"]
    for path in [*(HERE + page for page in pages), *(FILES + file for file in files)]:
        response = client.get(path)
        assert response.status_code == 200, path
        assert "Okafor" not in response.content.decode(), path
    assert client.get(f"{HERE}speaker/{identifier}/").status_code == 404


def test_the_page_of_a_withheld_speaker_is_gone_and_says_why(
    client: Client, actor: Actor, world: Programme, release: Release
) -> None:
    identifier, place = erase(actor, world)
    response = client.get(f"{HERE}speaker/{identifier}/")
    assert response.status_code == 410
    assert response["X-Robots-Tag"] == "noindex"
    assert "Name withheld" in response.content.decode()
    assert f"Act {place}" in response.content.decode()


def test_a_cached_page_is_not_confirmed_after_a_redaction(
    client: Client, actor: Actor, world: Programme, release: Release
) -> None:
    path = f"{HERE}day/2026-11-19/"
    tag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": tag}).status_code == 304
    erase(actor, world)
    fresh = client.get(path, headers={"if-none-match": tag})
    assert fresh.status_code == 200
    assert "Okafor" not in fresh.content.decode()


def test_a_bundle_names_what_was_withheld_and_all_else_keeps_its_digest(
    client: Client, actor: Actor, world: Programme, release: Release
) -> None:
    path = f"{FILES}session/{world.sessions['opening'].public_id}.json"
    before = client.get(path).json()
    erase(actor, world)
    after = client.get(path).json()
    assert after["seal"] == before["seal"]
    assert set(before["sheets"]) - set(after["sheets"]) == set(after["withheld"])
    assert len(after["withheld"]) == 1
    for name, text in {**after["documents"], **after["sheets"]}.items():
        assert digest(text.encode()) == name
