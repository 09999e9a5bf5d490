"""Titles and abstracts, put together from a topic, the kind of session, and which session of the topic it is."""

from __future__ import annotations

from folkmoot.demo import english_wording, parallel_wording
from folkmoot.demo.topics import Topic, Words
from folkmoot.kit.text import Text

_COLON = {"zh-Hans": "：", "fr": " : "}
_WITHOUT_SPACES = {"zh-Hans"}


def title(topic: Topic, kind: str, use: int, number: int) -> Text:
    """Return the title: the topic's own for its first session, then its subject with a tail."""
    value = _title(topic.words, topic.language, kind, use, number, own=topic.english is None)
    if topic.english:
        in_english = _title(topic.english, "en", kind, use, number, own=False)
        return _with_english(topic, value, in_english)
    return Text(topic.language, {topic.language: value, **(topic.titles if use == 0 else {})})


def abstract(topic: Topic, kind: str, use: int, number: int) -> Text:
    """Return two to four sentences; translations stand where the topic has them."""
    value = _abstract(topic.words, topic.language, kind, use, number, own=topic.english is None)
    if topic.english:
        in_english = _abstract(topic.english, "en", kind, use, number, own=False)
        return _with_english(topic, value, in_english)
    return Text.of(value, topic.language)


def _with_english(topic: Topic, value: str, in_english: str) -> Text:
    marked = frozenset({"en"}) if topic.machine else frozenset()
    return Text(topic.language, {topic.language: value, "en": in_english}, marked)


def _title(words: Words, language: str, kind: str, use: int, number: int, *, own: bool) -> str:
    if use == 0:
        return words.title
    if language == "en" and own:
        tails = english_wording.TAILS[kind]
        end = tails[number % len(tails)]
    else:
        end = parallel_wording.tail(kind, use, language)
    return f"{words.subject}{_COLON.get(language, ': ')}{end}"


def _abstract(words: Words, language: str, kind: str, use: int, number: int, *, own: bool) -> str:
    sentences = list(words.sentences(use))
    if language == "en" and own:
        sentences += _english_method(kind, number)
    elif number % 4:
        sentences.append(parallel_wording.method(kind, number, language))
    return ("" if language in _WITHOUT_SPACES else " ").join(sentences)


def _english_method(kind: str, number: int) -> list[str]:
    methods, endings = english_wording.METHODS[kind], english_wording.ENDINGS
    chosen = [methods[number % len(methods)]] if number % 5 else []
    return [*chosen, endings[number % len(endings)]] if number % 3 == 0 else chosen
