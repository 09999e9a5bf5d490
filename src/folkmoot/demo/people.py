"""Five hundred invented speakers: names in four scripts, organisations, how the name is shown."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from folkmoot.demo.biographies import biography
from folkmoot.demo.names import arabic, chinese, cyrillic, latin
from folkmoot.demo.organisations import organisations
from folkmoot.demo.plan import OrganisationPlan, SpeakerPlan
from folkmoot.kit.text import Text

SEED = "folkmoot demonstration: people"
SHOWN: dict[str, int] = {"pseudonym": 4, "plain": 14, "hidden": 3}
PSEUDONYMS = ("Sandpiper", "Tern", "Curlew", "Dunlin")


def speakers() -> tuple[SpeakerPlan, ...]:
    """Return the speakers, the same on every build, in a mixed order."""
    random = Random(SEED)  # noqa: S311  (a seeded draw is the point)
    names = [*_latin(random), *_chinese(random), *_arabic(random), *_cyrillic(random)]
    random.shuffle(names)
    shown = _shown(random, len(names))
    houses = organisations()
    return tuple(_speaker(random, name, houses, *shown.get(place, ("full", ""))) for place, name in enumerate(names))


def _speaker(
    random: Random, name: Text, houses: tuple[OrganisationPlan, ...], shown: str, pseudonym: str
) -> SpeakerPlan:
    place = _organisation(random, name.original, houses)
    kind = random.choice(("individual", "not-stated")) if place is None else houses[place].actor_kind
    story = biography(random, name.original) if shown == "full" and random.random() < 0.8 else Text()
    return SpeakerPlan(name, name.original, place, kind, story, shown, pseudonym)


def _organisation(random: Random, language: str, houses: tuple[OrganisationPlan, ...]) -> int | None:
    """Choose an organisation, rather one that writes as the person does; some people come alone."""
    if random.random() < 0.07:
        return None
    kin = [place for place, house in enumerate(houses) if house.name.original == language]
    chosen = kin if kin and random.random() < 0.6 else range(len(houses))
    return random.choice(chosen)


def _shown(random: Random, count: int) -> dict[int, tuple[str, str]]:
    wishes = [(shown, number) for shown, many in SHOWN.items() for number in range(many)]
    places = random.sample(range(count), len(wishes))
    return {
        place: (shown, PSEUDONYMS[number] if shown == "pseudonym" else "")
        for place, (shown, number) in zip(places, wishes, strict=True)
    }


def _latin(random: Random) -> Iterator[Text]:
    for language, many in latin.SHARE.items():
        pairs = [(given, family) for given in latin.GIVEN[language] for family in latin.FAMILY[language]]
        yield from (Text.of(f"{given} {family}", language) for given, family in random.sample(pairs, many))


def _chinese(random: Random) -> Iterator[Text]:
    pairs = [(family, given) for family in chinese.FAMILY for given in chinese.GIVEN]
    for (family, family_read), (given, given_read) in random.sample(pairs, chinese.SHARE):
        read = f"{family_read} {given_read}" if random.random() < 0.7 else ""
        yield Text.of(family + given, "zh-Hans", en=read)


def _arabic(random: Random) -> Iterator[Text]:
    pairs = [(given, family) for given in arabic.GIVEN for family in arabic.FAMILY]
    for (given, given_read), (family, family_read) in random.sample(pairs, arabic.SHARE):
        read = f"{given_read} {family_read}" if random.random() < 0.7 else ""
        yield Text.of(f"{given} {family}", "ar", en=read)


def _cyrillic(random: Random) -> Iterator[Text]:
    pairs = [(given, stem, "ая", "aya") for given in cyrillic.WOMEN for stem in cyrillic.STEMS]
    pairs += [(given, stem, "ий", "y") for given in cyrillic.MEN for stem in cyrillic.STEMS]
    for given, stem, ending, ending_read in random.sample(pairs, cyrillic.SHARE):
        read = f"{given[1]} {stem[1]}{ending_read}" if random.random() < 0.7 else ""
        yield Text.of(f"{given[0]} {stem[0]}{ending}", "ru", en=read)
