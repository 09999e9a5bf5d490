"""Pages of a release as files: rendered once, never older than the newest act, and gone with an erasure."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from folkmoot.halls.convene.session.drafts import change_session
from folkmoot.halls.convene.timetable import currency, queries, rendered
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.members.account.queries import actor_of
from folkmoot.halls.members.body.acts import amend_body
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.person.drafts import rehearse_erasure
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.record.log.models import Document
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.committed import CommittedDatabase
from tests.harness.world import Programme, appoint, convene, draft_programme, found

HERE = "/en/convene/2026/timetable/"
DAY = f"{HERE}day/2026-11-19/"


@pytest.fixture(autouse=True)
def pages(settings: object, tmp_path: Path) -> Path:
    """A folder of pages of its own."""
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    return tmp_path / "pages"


def files(pages: Path) -> list[Path]:
    return sorted(path for path in pages.rglob("*") if path.is_file())


def queries_of(client: Client, path: str, **headers: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path, headers=headers).status_code == 200
    return len(captured)


class TestKeeping:
    def test_the_second_reader_costs_one_query(self, client: Client, release: Release, pages: Path) -> None:
        cold = client.get(DAY)
        assert len(files(pages)) == 2
        assert queries_of(client, DAY) == 1
        warm = client.get(DAY)
        assert warm.content == cold.content
        assert {name: warm[name] for name in ("ETag", "Cache-Control", "Content-Type", "Vary")} == {
            name: cold[name] for name in ("ETag", "Cache-Control", "Content-Type", "Vary")
        }

    def test_a_page_comes_compressed_once_to_who_takes_it(self, client: Client, release: Release) -> None:
        plain = client.get(DAY)
        for _ in range(2):
            packed = client.get(DAY, headers={"accept-encoding": "br, gzip"})
            assert packed["Content-Encoding"] == "gzip"
            assert gzip.decompress(packed.content) == plain.content
            assert packed["Content-Length"] == str(len(packed.content))
            assert packed["ETag"] == f"W/{plain['ETag']}"
            assert packed["Vary"] == plain["Vary"] == "Accept-Encoding"

    def test_who_has_the_page_is_told_so_and_a_head_has_no_body(self, client: Client, release: Release) -> None:
        packed = client.get(DAY, headers={"accept-encoding": "gzip"})
        for tag in (packed["ETag"], packed["ETag"].removeprefix("W/")):
            again = client.get(DAY, headers={"accept-encoding": "gzip", "if-none-match": tag})
            assert again.status_code == 304
            assert not again.content
            assert "must-revalidate" in again["Cache-Control"]
        head = client.head(DAY)
        assert (head.status_code, head.content) == (200, b"")
        assert head["Content-Length"] == str(len(client.get(DAY).content))

    def test_status_and_headers_of_a_page_are_kept_with_it(
        self, client: Client, actor: Actor, world: Programme, release: Release
    ) -> None:
        person = world.speakers["okafor"].person
        path = f"{HERE}speaker/{person.public_id}/"
        assert [client.get(path)["X-Robots-Tag"] for _ in range(2)] == ["noindex"] * 2
        redact(actor, person.address, Ground.OWN_REQUEST)
        assert [(r.status_code, r["X-Robots-Tag"]) for r in (client.get(path), client.get(path))] == [
            (410, "noindex")
        ] * 2

    def test_a_page_of_nothing_leaves_nothing(self, client: Client, release: Release, pages: Path) -> None:
        assert client.get(f"{HERE}session/0000000000/").status_code == 404
        assert client.get(f"{HERE}day/2027-01-01/").status_code == 404
        assert files(pages) == []


class TestAddresses:
    def test_what_a_page_does_not_know_in_a_query_neither_fills_the_disk_nor_reaches_the_page(
        self, client: Client, release: Release, pages: Path
    ) -> None:
        plain = client.get(DAY).content
        for query in ("?utm=1", "?a[]=x", "?page=7", "?only=", "?only=room-x", "?only=room-0000000000%00"):
            assert client.get(DAY + query).content == plain, query
        assert len(files(pages)) == 2

    def test_a_number_beyond_the_last_page_is_not_found(self, client: Client, release: Release, pages: Path) -> None:
        assert client.get(f"{HERE}speakers/?page=2").status_code == 404
        assert client.get(f"{HERE}speakers/?page=01").status_code == 200
        assert len(files(pages)) == 2

    def test_another_spelling_of_an_address_is_not_kept(self, client: Client, release: Release, pages: Path) -> None:
        assert client.get(f"{HERE}changes/0001/").status_code == 200
        assert files(pages) == []


class TestCurrency:
    def test_a_release_or_another_frame_is_seen_at_once_and_clears_the_folder(
        self, client: Client, actor: Actor, world: Programme, release: Release, body: Body, pages: Path
    ) -> None:
        client.get(DAY)
        amend_body(actor, body, notice=Text.of("Another line", "en"))
        assert "Another line" in client.get(DAY).content.decode()
        assert len(list(pages.iterdir())) == 1
        change_session(world.sessions["opening"], title=Text.of("Welcome", "en"))
        assert "Welcome" not in client.get(DAY).content.decode()
        release_timetable(actor, world.edition, "Second")
        assert "Welcome" in client.get(DAY).content.decode()
        assert len(list(pages.iterdir())) == 1

    def test_an_act_that_shapes_no_page_leaves_the_files(
        self, client: Client, actor: Actor, release: Release, pages: Path
    ) -> None:
        client.get(DAY)
        convene("2027")
        assert queries_of(client, DAY) == 3
        assert queries_of(client, DAY) == 1

    def test_languages_have_pages_of_their_own(self, client: Client, release: Release, pages: Path) -> None:
        client.get(DAY)
        assert '<html lang="ar"' in client.get(DAY.replace("/en/", "/ar/")).content.decode()
        assert len(list(pages.iterdir())) == 2

    def test_what_was_rendered_while_something_was_recorded_is_not_kept(
        self,
        client: Client,
        actor: Actor,
        world: Programme,
        release: Release,
        pages: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        keep = rendered.keep_page

        def slowly(*given: object) -> None:
            keep(*given)  # type: ignore[arg-type]
            redact(actor, world.speakers["okafor"].person.address, Ground.OWN_REQUEST)

        monkeypatch.setattr("folkmoot.halls.convene.timetable.views.released.keep_page", slowly)
        client.get(DAY)
        assert files(pages) == []

    def test_the_clock_clears_what_nobody_asks_for_any_more(
        self, client: Client, actor: Actor, world: Programme, release: Release, pages: Path
    ) -> None:
        client.get(DAY)
        (pages / "0123").mkdir()
        assert currency.sweep() == ["Rendered pages of 1 older states were removed."]
        assert currency.sweep() == []
        assert len(files(pages)) == 2


class TestErasing:
    @pytest.fixture
    def spread(self, committed_db: CommittedDatabase) -> Programme:
        found()
        world = draft_programme(convene())
        release_timetable(actor_of(appoint()), world.edition, "First")
        return world

    def test_after_an_erasure_no_file_holds_the_name(self, spread: Programme, pages: Path) -> None:
        client, person = Client(), spread.speakers["okafor"].person
        for path in (DAY, f"{HERE}speakers/", f"{HERE}speaker/{person.public_id}/"):
            for encoding in ("identity", "gzip"):
                client.get(path, headers={"accept-encoding": encoding})
        assert any("Okafor" in said for said in saying(pages))
        rehearse_erasure(person.address)
        assert files(pages)
        redact(Actor.operator(), person.address, Ground.OWN_REQUEST)
        assert files(pages) == []
        for path in (DAY, f"{HERE}speakers/", f"{HERE}speaker/{person.public_id}/"):
            assert "Okafor" not in client.get(path).content.decode()
        assert files(pages)
        assert not any("Okafor" in said for said in saying(pages))


def saying(pages: Path) -> Iterator[str]:
    """What the files say, the compressed ones too."""
    for path in files(pages):
        content = path.read_bytes()
        yield (gzip.decompress(content.partition(b"\n")[2]) if path.suffix == ".gz" else content).decode()


class TestFaults:
    def test_a_folder_that_cannot_be_written_to_costs_time_only(
        self, client: Client, release: Release, pages: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        pages.write_bytes(b"in the way")
        assert [client.get(DAY).status_code for _ in range(2)] == [200, 200]
        assert "could not be kept" in caplog.text

    def test_a_torn_file_is_rendered_again(self, client: Client, release: Release, pages: Path) -> None:
        whole = client.get(DAY).content
        for path in files(pages):
            path.write_bytes(path.read_bytes()[:-10])
        assert client.get(DAY).content == whole
        assert queries_of(client, DAY) == 1

    def test_a_lost_sheet_is_said_and_logged_and_is_no_fault_of_the_page(
        self,
        client: Client,
        world: Programme,
        release: Release,
        caplog: pytest.LogCaptureFixture,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        queries._programme.cache_clear()
        sheets = Document.objects.filter(subject=world.sessions["opening"].address).values_list("digest", flat=True)
        lost = set(sheets)
        contents = log.contents

        def without(digests: Iterable[str], scope: str) -> dict[str, bytes | None]:
            return {name: said for name, said in contents(digests, scope).items() if name not in lost}

        monkeypatch.setattr(log, "contents", without)
        for path in (DAY, HERE, "/convene/2026/timetable/programme.json", "/convene/2026/timetable/schedule.ics"):
            with caplog.at_level(logging.ERROR):
                response = client.get(path)
            assert response.status_code == 503, path
            assert "<code>folkmoot record check</code> says what is missing" in response.content.decode()
            assert response["Cache-Control"] == "no-store"
            assert "ETag" not in response
        assert "is missing and no redaction names it" in caplog.text


def test_the_tag_of_files_and_pages_is_the_same_computation(release: Release) -> None:
    published = Published.of("2026")
    assert published is not None
    assert published.tag("en") == f'"{currency.current().tag("2026", "en")}"'
    assert currency.current().tag("1999", "en") is None
