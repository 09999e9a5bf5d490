"""Erasing a speaker reaches releases, drafts, plans, imports and the files of the database; every digest holds."""

from __future__ import annotations

import datetime
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.drafts import change_session
from folkmoot.halls.convene.speaker.drafts import change_speaker, draft_speaker
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.drafts import plan_release, withdraw_plan
from folkmoot.halls.convene.timetable.importers.uploads import Upload, find_upload, keep_upload
from folkmoot.halls.convene.timetable.models import PlannedRelease, ScheduleImport
from folkmoot.halls.convene.timetable.queries import current_release, programme_of
from folkmoot.halls.members.account.queries import actor_of
from folkmoot.halls.members.person.drafts import draft_person, rehearse_erasure, rename_person, suppressed
from folkmoot.halls.members.vocabulary.acts import adopt_vocabulary
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.checking import check_record
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.record.log.models import Document
from folkmoot.halls.record.log.storage import STILL_READ, look_for_scrubbing
from folkmoot.kit.actor import Actor
from folkmoot.kit.registry import Erasure
from folkmoot.kit.text import Text
from tests.harness.committed import CommittedDatabase
from tests.harness.world import Programme, appoint, convene, draft_programme, found

NAME, CHINESE = "Mirembe Okafor", "米伦贝·奥卡福"


@pytest.fixture
def spread(committed_db: CommittedDatabase) -> Programme:
    """A programme in which one speaker's name stands wherever it can."""
    found()
    actor = actor_of(appoint())
    world = draft_programme(convene())
    speaker = world.speakers["okafor"]
    rename_person(speaker.person, Text("en", {"en": NAME, "zh-Hans": CHINESE}))
    change_speaker(
        speaker, biography=Text.of(f"{NAME} builds networks.", "en"), pseudonym=f"not {NAME}", external=NAME,
        imported={"name": NAME, "biography": f"{NAME} builds networks."},
    )  # fmt: skip
    change_speaker(world.speakers["chen"], biography=Text.of(f"陈丽华与{CHINESE}合著", "zh-Hans"))
    change_session(
        world.sessions["opening"], abstract=Text.of(f"With {NAME}.", "en", zh_Hans=f"{CHINESE}致辞"),
        imported={"title": "Opening", "persons": [NAME], "abstract": f"With {NAME}."},
    )  # fmt: skip
    ScheduleImport.objects.create(
        edition=world.edition, file_name=f"{NAME}.xml", digest="0" * 64, summary={"new people": [NAME]},
        before={"speakers": [{"name": NAME}]},
    )  # fmt: skip
    release_timetable(actor, world.edition, "First")
    release_timetable(actor, world.edition, "Second")
    plan_release(
        actor, world.edition, timezone.now() + datetime.timedelta(days=1), "Third", Text.of(f"By {NAME}", "en")
    )
    return world


def erase(world: Programme, who: str = "okafor") -> Erasure:
    return redact(Actor.operator(), world.speakers[who].person.address, Ground.OWN_REQUEST)[1]


def test_after_an_erasure_no_file_of_the_database_holds_the_name(spread: Programme) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps dead rows until it vacuums")
    database = Path(connection.settings_dict["NAME"])
    assert files_holding(database, NAME)
    assert files_holding(database, CHINESE)
    erase(spread)
    assert files_holding(database, NAME) == []
    assert files_holding(database, CHINESE) == []


def files_holding(database: Path, words: str) -> list[str]:
    """Grep the database, its log and its index for a name, as UTF-8 and as JSON escapes it."""
    forms = [words.encode(), json.dumps(words)[1:-1].encode()]
    ours = [path for path in database.parent.iterdir() if path.name.startswith(database.name)]
    return [path.name for path in ours if any(form in path.read_bytes() for form in forms)]


def test_after_an_erasure_every_digest_still_holds(spread: Programme) -> None:
    erase(spread)
    assert list(check_record()) == []


def test_every_release_shows_the_sheets_as_withheld(spread: Programme) -> None:
    erase(spread)
    for release in spread.edition.releases.all():
        programme = programme_of(release)
        person = programme.person(spread.speakers["okafor"].person.address)
        opening = programme.session(spread.sessions["opening"].address)
        assert person is not None
        assert person.withheld
        assert opening is not None
        assert opening.withheld
        assert not programme.session(spread.sessions["models"].address).withheld  # type: ignore[union-attr]


def test_public_pages_say_withheld_and_not_the_name(spread: Programme) -> None:
    erase(spread)
    client = Client()
    page = client.get(f"/en/convene/2026/timetable/session/{spread.sessions['opening'].public_id}/").content.decode()
    assert "withheld" in page.lower()
    assert NAME not in page


def test_drafts_plans_and_imports_lose_the_name(spread: Programme) -> None:
    erase(spread)
    speaker = Speaker.objects.get(pk=spread.speakers["okafor"].pk)
    assert (speaker.shown, speaker.pseudonym, speaker.external, speaker.imported) == ("hidden", "", "", {})
    assert not speaker.biography
    assert speaker.organisation is None
    opening = spread.sessions["opening"]
    opening.refresh_from_db()
    assert str(opening.abstract) == "With […]."
    assert opening.imported["persons"] == ["[…]"]
    row = ScheduleImport.objects.get()
    assert row.before is None
    assert row.summary == {"new people": ["[…]"]}
    assert str(PlannedRelease.objects.get().notes) == "By […]"


def test_the_officer_is_told_what_else_was_reached(spread: Programme) -> None:
    remarks = [str(remark) for remark in erase(spread).remarks]
    assert "The sheets about this person are withheld from 2 releases." in remarks
    assert any("in the text of 1 session;" in remark for remark in remarks)
    assert any("about 1 other person;" in remark for remark in remarks)


def test_an_erratum_brings_the_struck_text_back(spread: Programme) -> None:
    erase(spread)
    release_timetable(Actor.operator(), spread.edition, "Erratum", erratum=True)
    newest = current_release(spread.edition)
    assert newest is not None
    programme = programme_of(newest)
    opening = programme.session(spread.sessions["opening"].address)
    assert opening is not None
    assert opening.abstract["texts"]["en"] == "With […]."
    assert programme.person(spread.speakers["okafor"].person.address) is None
    assert list(check_record()) == []


def test_the_name_is_remembered_only_as_a_fingerprint(spread: Programme) -> None:
    erase(spread)
    assert set(suppressed([NAME, CHINESE, "Somebody Else"])) == {NAME, CHINESE}


def test_somebody_else_of_the_same_name_keeps_theirs(spread: Programme) -> None:
    other = draft_speaker(
        spread.edition, draft_person(Text.of(NAME, "en")), biography=Text.of(f"{NAME} the other", "en")
    )
    remarks = [str(remark) for remark in erase(spread).remarks]
    other.refresh_from_db()
    assert str(other.biography) == f"{NAME} the other"
    assert "Somebody else bears the same name; what is said about them stays." in remarks


def test_what_cannot_be_withheld_is_named_to_the_officer(spread: Programme) -> None:
    forum = spread.edition.forums.get(rank="main")
    forum.name = Text.of(f"The {NAME} lectures", "en")
    forum.save()
    assert any(forum.address in str(remark) for remark in erase(spread).remarks)


def test_something_that_is_no_person_reaches_nothing(spread: Programme) -> None:
    erasure = redact(Actor.operator(), spread.sessions["opening"].address, Ground.IN_ERROR)[1]
    assert not erasure.sheets


VARIANTS = (
    "MIREMBE OKAFOR", "mirembe okafor", "Mirembe&nbsp;Okafor", "Mirembe <b>Okafor", "Okafor, Mirembe", "Mirembe_Okafor",
    "Mirembe%20Okafor", "mirembe.okafor", "https://x.example/mirembe-okafor",
)  # fmt: skip


def test_no_variant_of_the_name_stays_in_any_column_or_file(spread: Programme) -> None:
    change_session(
        spread.sessions["models"], description=Text.of("; ".join(VARIANTS), "en"), kind_code="Mirembe_Okafor hour",
        link="https://x.example/mirembe-okafor", guid="mirembe-okafor-1", external="mirembe.okafor",
        links=[{"url": "https://x.example/Mirembe%20Okafor", "title": "", "kind": ""}],
    )  # fmt: skip
    forum, room = spread.edition.forums.get(rank="main"), spread.rooms["hall"]
    forum.external = room.external = "OKAFOR, Mirembe"
    forum.save()
    room.save()
    release_timetable(Actor.operator(), spread.edition, "Third")
    erase(spread)
    models = spread.sessions["models"]
    models.refresh_from_db()
    assert (models.link, models.links, models.external, models.kind_code) == ("", [], "[…]", "[…] hour")
    assert models.guid.startswith("erased-")
    forum.refresh_from_db()
    assert forum.external == "[…]"
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        assert [v for v in VARIANTS if files_holding(database, v)] == []
    assert list(check_record()) == []


def test_a_kind_in_free_words_stands_in_the_sheet_and_is_withheld_with_it(spread: Programme) -> None:
    change_session(spread.sessions["models"], kind_code=f"{NAME} hour")
    release = release_timetable(Actor.operator(), spread.edition, "Third")
    programme = programme_of(release)
    found = programme.session(spread.sessions["models"].address)
    assert found is not None
    assert found.kind == f"{NAME} hour"
    assert programme.kinds[found.kind]["texts"] == {"und": f"{NAME} hour"}
    assert NAME.encode() not in bytes(Document.objects.get(digest=release.document).content or b"")
    erase(spread)
    withheld = programme_of(release).session(spread.sessions["models"].address)
    assert withheld is not None
    assert (withheld.withheld, withheld.kind) == (True, "")


def test_an_adopted_kind_stands_in_the_skeleton(spread: Programme) -> None:
    adopt_vocabulary(Actor.operator(), "session-kinds", Text.of("Kinds", "en"), {"panel": Text.of("Panel", "en")})
    programme = programme_of(release_timetable(Actor.operator(), spread.edition, "Third"))
    found = programme.session(spread.sessions["models"].address)
    assert found is not None
    assert (found.kind, found.kind_in_words) == ("panel", False)
    assert programme.kinds["panel"]["texts"] == {"en": "Panel"}


def test_a_pseudonym_leads_to_no_other_edition_and_is_erased_all_the_same(spread: Programme) -> None:
    chen = spread.speakers["chen"]
    change_speaker(chen, shown="pseudonym", pseudonym="Night owl")
    release = release_timetable(Actor.operator(), spread.edition, "Third")
    skeleton = bytes(Document.objects.get(digest=release.document).content or b"").decode()
    assert chen.person.public_id not in skeleton
    owl = programme_of(release).person(chen.alias)
    assert owl is not None
    assert owl.name["texts"] == {"und": "Night owl"}
    assert [s.id for s in programme_of(release).sessions_of(chen.alias)] == [spread.sessions["models"].address]
    erase(spread, "chen")
    gone = programme_of(release).person(chen.alias)
    assert gone is not None
    assert gone.withheld


def test_a_plan_that_would_publish_the_name_is_given_up_with_all_it_froze(spread: Programme) -> None:
    plan = plan_release(
        Actor.operator(), spread.edition, timezone.now() + datetime.timedelta(days=1), f"With {NAME.upper()}"
    )
    remarks = [str(remark) for remark in erase(spread).remarks]
    assert "The name stood in 1 planned release; it is given up. Plan it again from the draft." in remarks
    assert not Document.objects.filter(digest=plan.document).exists()


def test_what_was_frozen_for_a_withdrawn_plan_is_deleted_and_nothing_else(spread: Programme) -> None:
    before = set(Document.objects.values_list("digest", flat=True))
    change_session(spread.sessions["models"], subtitle=Text.of("Kept from the public", "en"))
    plan = plan_release(Actor.operator(), spread.edition, timezone.now() + datetime.timedelta(days=1), "Never")
    assert len(set(Document.objects.values_list("digest", flat=True)) - before) == 2
    withdraw_plan(plan)
    assert set(Document.objects.values_list("digest", flat=True)) == before
    assert list(check_record()) == []


def test_a_surname_that_stands_alone_is_left_to_the_officer(spread: Programme) -> None:
    change_session(spread.sessions["later"], abstract=Text.of("Okafor closes; OKAFOR thanks.", "en"))
    (remark,) = [str(remark) for remark in erase(spread).remarks if "surname" in str(remark)]
    assert spread.sessions["later"].address in remark
    assert "(2 times)" in remark
    spread.sessions["later"].refresh_from_db()
    assert str(spread.sessions["later"].abstract) == "Okafor closes; OKAFOR thanks."


def test_the_public_name_of_an_edition_and_what_stands_open_are_named(spread: Programme) -> None:
    edition = spread.edition
    Edition.objects.filter(pk=edition.pk).update(theme=Text.of(f"{NAME.lower()} year", "en"))
    release = release_timetable(Actor.operator(), Edition.objects.get(pk=edition.pk), f"For {NAME}")
    said = " ".join(str(remark) for remark in erase(spread).remarks)
    assert edition.address in said
    assert release.address in said
    assert "act " in said


def test_uploads_that_wait_are_removed_when_the_erasure_is_committed_and_not_before(spread: Programme) -> None:
    token = keep_upload(Upload(spread.edition.address, "file.csv", "", False, False, NAME.encode()))
    rehearse_erasure(spread.speakers["okafor"].person.address)
    assert find_upload(token, spread.edition) is not None
    erase(spread)
    assert find_upload(token, spread.edition) is None


def test_while_somebody_reads_an_older_state_the_log_is_truncated_later(spread: Programme) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL forgets with its next VACUUM")
    database = Path(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM record_entry").fetchone()
        remarks = [str(remark) for remark in erase(spread).remarks]
        assert str(STILL_READ) in remarks
        assert list(look_for_scrubbing()) == []
        reader.execute("COMMIT")
    assert len(list(look_for_scrubbing())) == 1
    assert files_holding(database, NAME) == []
    assert list(look_for_scrubbing()) == []
