"""Officers name and order forums on pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from folkmoot.halls.convene.forum.drafts import change_forum
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.text import Text
from tests.harness.desk import Desk, version_in
from tests.harness.world import Programme, convene

LIST = "/en/convene/2026/forum/"


@pytest.fixture
def desk(officer: Account) -> Desk:
    browser = Desk()
    browser.force_login(officer)
    return browser


def page_of(forum: Forum, edition: str = "2026") -> str:
    return f"/en/convene/{edition}/forum/{forum.public_id}/edit/"


def typed(**changed: Any) -> dict[str, Any]:
    return {"name-text-en": "Main forum", "name-original": "en", "rank": "main", "order": "0"} | changed


def test_forums_are_listed_in_their_order_with_their_sessions(desk: Desk, world: Programme) -> None:
    page = desk.get(LIST).content.decode()
    assert page.index("Main forum") < page.index("Artificial intelligence")
    assert page.count("2 sessions") == 2


def test_a_forum_is_renamed_and_reordered_and_its_sessions_stay(desk: Desk, world: Programme) -> None:
    forum = change_forum(world.edition.forums.all()[0], external="Track 1")
    desk.post(page_of(forum), typed(**{"name-text-en": "Plenaries", "rank": "sub", "order": "7"}))
    forum = Forum.objects.get(pk=forum.pk)
    assert (str(forum.name), forum.rank, forum.order, forum.external) == ("Plenaries", "sub", 7, "Track 1")
    assert forum.sessions.count() == 2
    page = desk.get(LIST).content.decode()
    assert page.index("Artificial intelligence") < page.index("Plenaries")


def test_a_forum_is_added(desk: Desk, world: Programme) -> None:
    desk.post(f"{LIST}add/", typed(**{"name-text-en": "Youth", "order": "2"}))
    assert str(world.edition.forums.get(order=2).name) == "Youth"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [({"name-text-en": ""}, "This field is required."), ({"rank": "best"}, "Select a valid choice."),
     ({"order": "-1"}, "greater than or equal to 0")],
)  # fmt: skip
def test_what_cannot_be_is_refused(desk: Desk, world: Programme, changed: dict[str, str], sentence: str) -> None:
    forum = world.edition.forums.all()[0]
    assert sentence in desk.post(page_of(forum), typed(**changed)).content.decode()
    assert Forum.objects.get(pk=forum.pk).rank == "main"


def test_what_another_tab_saved_about_a_forum_is_shown_first(desk: Desk, world: Programme) -> None:
    forum = world.edition.forums.all()[0]
    stale = typed(rank="sub", version=version_in(desk.get(page_of(forum)).content.decode()))
    change_forum(forum, name=Text.of("Theirs", "en"))
    page = desk.post(page_of(forum), stale).content.decode()
    assert "Somebody else saved this meanwhile" in page
    assert 'value="Theirs"' in page
    assert Forum.objects.get(pk=forum.pk).rank == "main"


def test_the_public_and_other_editions_reach_nothing(client: Client, officer: Account, world: Programme) -> None:
    forum = world.edition.forums.all()[0]
    convene("2027")
    paths = [LIST, f"{LIST}add/", page_of(forum)]
    assert {client.post(path, typed()).status_code for path in paths} == {302}
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    assert {client.get(path).status_code for path in paths} == {403}
    client.force_login(officer)
    assert client.post(page_of(forum, "2027"), typed()).status_code == 404
    assert Forum.objects.count() == 2
