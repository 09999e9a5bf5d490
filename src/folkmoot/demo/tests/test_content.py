"""The invented content: how much there is, that nothing contradicts itself, that every build is the same."""

import datetime
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from folkmoot.demo import identity
from folkmoot.demo.editing import confirmed, conflicts
from folkmoot.demo.history import Content, build
from folkmoot.demo.names import arabic, chinese, cyrillic, latin
from folkmoot.demo.organisations import organisations
from folkmoot.demo.plan import SessionPlan, Sessions
from folkmoot.engines.timetable import ConflictKind
from folkmoot.halls.convene.session.enums import Mode, OnRecord, Role, SessionStatus
from folkmoot.halls.members.person.enums import NameShown
from folkmoot.halls.members.vocabulary.defaults import KINDS_OF_ACTOR, KINDS_OF_ACTOR_TITLE
from folkmoot.kit.text import Text


@pytest.fixture(scope="module")
def content() -> Content:
    return build()


@pytest.fixture(scope="module")
def final(content: Content) -> Sessions:
    return content.releases[-1].state.sessions


def talks(sessions: Sessions) -> list[SessionPlan]:
    return [plan for plan in sessions.values() if not plan.is_break]


def test_two_builds_are_equal(content: Content) -> None:
    assert build() == content


def test_the_final_programme_has_300_sessions_besides_its_breaks(final: Sessions) -> None:
    assert len(talks(final)) == 300
    assert len(final) - 300 == 12
    days = {(slot.starts - datetime.timedelta(hours=6)).date() for plan in talks(final) for slot in plan.slots}
    assert len(days) == 4
    rooms = {slot.room for plan in talks(final) for slot in plan.slots}
    assert rooms == {room.key for room in identity.ROOMS}
    assert len(identity.ROOMS) == 10
    assert {plan.kind for plan in talks(final)} == set(identity.SESSION_KINDS)
    assert Counter(forum.rank for forum in identity.FORUMS) == {"main": 2, "sub": 5}
    assert {plan.forum for plan in talks(final)} == {forum.key for forum in identity.FORUMS}


def test_500_speakers_all_take_part_and_nobody_more_than_three_times(content: Content, final: Sessions) -> None:
    loads = Counter(who for plan in final.values() for who, _ in plan.parts)
    assert len(content.speakers) == 500
    assert set(loads) == set(range(500))
    assert max(loads.values()) <= 3
    assert {person.shown for person in content.speakers} == set(NameShown.values)
    assert all(bool(person.pseudonym) == (person.shown == "pseudonym") for person in content.speakers)


def folded(name: str) -> str:
    """A name without case, accents and spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if sign.isalnum() and not unicodedata.combining(sign))


def test_no_two_names_collide_in_any_script(content: Content) -> None:
    for language in {tag for person in content.speakers for tag in person.name.texts}:
        names = [folded(person.name.texts[language]) for person in content.speakers if language in person.name.texts]
        assert not [name for name, count in Counter(names).items() if count > 1], language
    originals = Counter(folded(str(person.name)) for person in content.speakers)
    assert max(originals.values()) == 1
    houses = Counter(folded(value) for house in organisations() for _, value in house.name)
    assert not [name for name, count in houses.items() if count > 1]


def test_names_stand_in_four_scripts(content: Content) -> None:
    languages = Counter(person.language for person in content.speakers)
    assert languages["zh-Hans"] == chinese.SHARE
    assert languages["ar"] == arabic.SHARE
    assert languages["ru"] == cyrillic.SHARE
    assert {tag: languages[tag] for tag in latin.SHARE} == latin.SHARE


def test_no_released_state_contradicts_itself(content: Content) -> None:
    for release in content.releases:
        assert not conflicts(release.state.sessions), release.name


def test_the_draft_left_on_the_desk_has_one_conflict_of_each_kind(content: Content) -> None:
    found = [conflict.kind for conflict in conflicts(confirmed(content.left.sessions))]
    assert sorted(found, key=str) == [ConflictKind.ROOM_DOUBLE_BOOKED, ConflictKind.SPEAKER_IN_TWO_PLACES]


def texts(content: Content) -> Iterator[Text]:
    for release in content.releases:
        yield release.notes
        for plan in release.state.sessions.values():
            yield plan.title
            if not plan.is_break:
                yield plan.abstract
    yield from (person.name for person in content.speakers)
    yield from (person.biography for person in content.speakers if person.biography)
    yield from (house.name for house in organisations())
    yield from (forum.name for forum in identity.FORUMS)
    yield from (room.name for room in identity.ROOMS)
    yield from (identity.NAME, identity.NOTICE, identity.TITLE, identity.THEME, identity.PLACE)
    yield from (*KINDS_OF_ACTOR.values(), KINDS_OF_ACTOR_TITLE, *identity.SESSION_KINDS.values())


def test_every_text_has_an_original_and_no_empty_language(content: Content) -> None:
    for text in texts(content):
        assert text.texts.get(text.original), text
        assert all(value.strip() == value and value for _, value in text), text
        assert text.machine <= set(text.texts) - {text.original}, text
        assert Text.read(text.written()) == text


def test_the_body_speaks_all_seven_languages(content: Content) -> None:
    seven = set(identity.LANGUAGES)
    assert len(seven) == 7
    spoken = [identity.NAME, identity.NOTICE, identity.TITLE, identity.THEME, identity.PLACE, KINDS_OF_ACTOR_TITLE]
    spoken += [*KINDS_OF_ACTOR.values(), *identity.SESSION_KINDS.values()]
    spoken += [release.notes for release in content.releases]
    for text in spoken:
        assert set(text.texts) == seven, text


def test_a_third_of_the_sessions_was_thought_in_another_language_than_english(final: Sessions) -> None:
    foreign = [plan for plan in talks(final) if plan.title.original != "en"]
    assert 90 <= len(foreign) <= 110
    alone = Counter(plan.title.original for plan in foreign if len(plan.title.texts) == 1)
    assert alone["zh-Hans"] >= 5
    assert alone["ar"] >= 5
    assert any(plan.abstract.machine for plan in foreign)
    assert any(len(plan.abstract.texts) > 1 and not plan.abstract.machine for plan in foreign)


def test_titles_and_abstracts_do_not_repeat(final: Sessions) -> None:
    for values in (
        [str(plan.title) for plan in talks(final)],
        [str(plan.abstract) for plan in talks(final)],
    ):
        assert not [value for value, count in Counter(values).items() if count > 1]


def test_closed_lists_are_kept_to(content: Content) -> None:
    for plan in (plan for release in content.releases for plan in release.state.sessions.values()):
        assert plan.mode in Mode.values
        assert plan.status in SessionStatus.values
        assert plan.on_record in OnRecord.values
        assert {role for _, role in plan.parts} <= set(Role.values)
    assert {person.actor_kind for person in content.speakers} <= set(KINDS_OF_ACTOR)


def test_the_edges_that_a_programme_has_are_there(final: Sessions) -> None:
    assert [plan.key for plan in final.values() if len(plan.slots) > 1] == ["drafting"]
    assert final["night"].slots[0].ends.date() > final["night"].slots[0].starts.date()
    assert sum(not plan.slots for plan in talks(final)) == 4
    assert sum(plan.status == "cancelled" for plan in talks(final)) == 3
    assert {plan.on_record for plan in talks(final)} == set(OnRecord.values)
    assert {plan.mode for plan in talks(final)} == set(Mode.values)
    assert all(slot.room is None for plan in final.values() if plan.is_break for slot in plan.slots)


def counted(before: Sessions, after: Sessions) -> dict[str, int]:
    both = before.keys() & after.keys()
    return {
        "new": len(after.keys() - before.keys()),
        "withdrawn": len(before.keys() - after.keys()),
        "moved": sum(bool(before[key].slots) and before[key].slots != after[key].slots for key in both),
        "cancelled": sum(before[key].status != after[key].status for key in both),
        "changed": sum(before[key] != after[key] for key in both),
    }


def test_releases_differ_as_their_notes_say(content: Content) -> None:
    states = [release.state.sessions for release in content.releases]
    second, final, erratum = (counted(*pair) for pair in pairwise(states))
    assert second == {"new": 14, "withdrawn": 4, "moved": 16, "cancelled": 0, "changed": 63}
    assert final == {"new": 6, "withdrawn": 2, "moved": 6, "cancelled": 3, "changed": 21}
    assert erratum == {"new": 0, "withdrawn": 0, "moved": 0, "cancelled": 0, "changed": 3}
    assert [release.erratum for release in content.releases] == [False, False, False, True]
    assert content.releases[0].state.unannounced
    assert not content.releases[1].state.unannounced
