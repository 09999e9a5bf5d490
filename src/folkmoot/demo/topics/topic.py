"""A topic: what a session is about, in the language in which it was thought, perhaps also in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Words:
    """A topic in one language: a full title, a short subject, and three sentences."""

    title: str
    subject: str
    issue: str
    question: str
    aim: str

    def sentences(self, use: int) -> tuple[str, str]:
        """The two sentences that the abstract of the topic's first, second or third session is built on."""
        pairs = ((self.issue, self.question), (self.question, self.aim), (self.issue, self.aim))
        return pairs[use % len(pairs)]


@dataclass(frozen=True)
class Topic:
    """A topic with its original language; `english` may be missing, or marked as made by a machine.

    `titles` holds translations of the title alone.
    """

    language: str
    words: Words
    english: Words | None = None
    machine: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)


def english(title: str, subject: str, issue: str, question: str, aim: str, **titles: str) -> Topic:
    """Return a topic thought in English; further languages of its title as keywords with `_` for `-`."""
    translated = {tag.replace("_", "-"): value for tag, value in titles.items()}
    return Topic("en", Words(title, subject, issue, question, aim), titles=translated)


def original(language: str, words: Words, *, in_english: Words | None = None, machine: bool = False) -> Topic:
    """Return a topic thought in another language, with or without English words."""
    return Topic(language, words, in_english, machine)
