"""Officers name venues and rooms on pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from folkmoot.halls.convene.venue.drafts import change_room
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.text import Text
from tests.harness.desk import Desk, version_in
from tests.harness.world import Programme, convene

LIST = "/en/convene/2026/venue/"


@pytest.fixture
def desk(officer: Account) -> Desk:
    browser = Desk()
    browser.force_login(officer)
    return browser


def room_page(room: Room, edition: str = "2026") -> str:
    return f"/en/convene/{edition}/venue/room/{room.public_id}/edit/"


def typed(**changed: Any) -> dict[str, Any]:
    return {"name-text-en": "Hall A", "name-original": "en", "capacity": "400", "order": "1"} | changed


def test_the_list_shows_venues_with_their_rooms(desk: Desk, world: Programme) -> None:
    page = desk.get(LIST).content.decode()
    assert page.index("Congress Centre") < page.index("Plenary") < page.index("Hall A")
    assert "1,200 seats" in page or "1 200 seats" in page or "1\u202f200 seats" in page


def test_a_room_is_renamed_and_files_still_know_it(desk: Desk, world: Programme) -> None:
    room = change_room(world.rooms["hall"], external="HALL-A")
    assert "HALL-A" in desk.get(room_page(room)).content.decode()
    form = typed(**{"name-text-en": "Harbour room", "capacity": "", "online": "on", "equipment-text-en": "Screen"})
    assert desk.post(room_page(room), form).status_code == 302
    room = Room.objects.get(pk=room.pk)
    assert (str(room.name), room.capacity, room.online, str(room.equipment)) == ("Harbour room", None, True, "Screen")
    assert room.external == "HALL-A"


def test_a_venue_gets_rooms_and_a_name(desk: Desk, world: Programme) -> None:
    form = {"name-text-en": "Annex", "name-original": "en", "address_lines-text-en": "1 Quay\nHarbour", "order": "1"}
    desk.post(f"{LIST}add/", form)
    venue = Venue.objects.get(order=1)
    assert (str(venue.name), str(venue.address_lines)) == ("Annex", "1 Quay\nHarbour")
    desk.post(f"{LIST}{venue.public_id}/room/add/", typed(**{"name-text-en": "Loft", "order": "0"}))
    assert str(venue.rooms.get().name) == "Loft"
    desk.post(f"{LIST}{venue.public_id}/edit/", form | {"name-text-en": "Old annex"})
    assert str(Venue.objects.get(pk=venue.pk).name) == "Old annex"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [({"name-text-en": " "}, "This field is required."), ({"capacity": "-1"}, "greater than or equal to 0"),
     ({"order": "x"}, "Enter a whole number.")],
)  # fmt: skip
def test_what_cannot_be_is_refused(desk: Desk, world: Programme, changed: dict[str, str], sentence: str) -> None:
    assert sentence in desk.post(room_page(world.rooms["hall"]), typed(**changed)).content.decode()
    assert str(Room.objects.get(pk=world.rooms["hall"].pk).name) == "Hall A"


def test_what_another_tab_saved_about_a_room_is_shown_first(desk: Desk, world: Programme) -> None:
    room = world.rooms["hall"]
    stale = typed(**{"name-text-en": "Mine", "version": version_in(desk.get(room_page(room)).content.decode())})
    change_room(room, capacity=77)
    page = desk.post(room_page(room), stale).content.decode()
    assert "Somebody else saved this meanwhile" in page
    assert str(Room.objects.get(pk=room.pk).name) == "Hall A"
    desk.post(room_page(room), stale | {"capacity": "77", "version": version_in(page)})
    room = Room.objects.get(pk=room.pk)
    assert (str(room.name), room.capacity) == ("Mine", 77)


def test_the_public_and_other_editions_reach_nothing(client: Client, officer: Account, world: Programme) -> None:
    convene("2027")
    venue = world.rooms["hall"].venue
    paths = [LIST, f"{LIST}add/", room_page(world.rooms["hall"]), f"{LIST}{venue.public_id}/edit/",
             f"{LIST}{venue.public_id}/room/add/"]  # fmt: skip
    assert {client.post(path, typed()).status_code for path in paths} == {302}
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    assert {client.get(path).status_code for path in paths} == {403}
    client.force_login(officer)
    assert {client.post(path.replace("2026", "2027"), typed()).status_code for path in paths[2:]} == {404}
    assert Room.objects.count() == 2
