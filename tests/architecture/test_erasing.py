"""What an erasure does about a column is said of every column that can hold words, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from folkmoot.kit.registry import Words, registry

WORDY = (models.CharField, models.TextField, models.JSONField)


def columns() -> Iterator[str]:
    for model in apps.get_models():
        if model.__module__.startswith("folkmoot.halls."):
            for column in model._meta.concrete_fields:
                if isinstance(column, WORDY):
                    yield f"{model._meta.label}.{column.name}"


def test_every_column_that_can_hold_words_says_what_an_erasure_does() -> None:
    assert sorted(registry.words) == sorted(columns())


def test_what_is_said_of_a_choice_is_that_it_holds_no_words() -> None:
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if column.choices and (label := f"{model._meta.label}.{column.name}") in registry.words:
                assert registry.words[label] is Words.NONE, label
