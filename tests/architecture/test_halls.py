"""Halls: entered by their doors only, standing on one another only downward."""

import pytest
from django.apps import apps
from django.db.models import Field, Model

from tests.architecture.source import HALLS, PACKAGE, rank, sources, stair

# Drafts are a door like acts: what is not official yet is still written by the room it belongs to.
DOORS = {"acts", "drafts", "queries", "models", "enums"}


def enters_by_a_door(name: str) -> bool:
    """folkmoot.halls.<hall>.<room>.<door>..."""
    parts = name.split(".")
    return len(parts) > 4 and parts[4] in DOORS


def test_a_foreign_hall_is_entered_only_by_its_doors() -> None:
    trespasses = [
        f"{source.at(node)} imports {name}"
        for source in sources(PACKAGE)
        if source.hall
        for node, name in source.imports()
        if name.startswith("folkmoot.halls.") and name.split(".")[2] != source.hall and not enters_by_a_door(name)
    ]
    assert not trespasses, "\n".join(trespasses)


@pytest.mark.parametrize("hall", HALLS)
def test_every_room_has_its_place_on_the_stair(hall: str) -> None:
    folder = PACKAGE / "halls" / hall
    rooms = {path.parent.name for path in folder.glob("*/__init__.py")} - {
        "migrations",
        "tests",
        "templatetags",
    }
    unplaced = sorted(rooms - set(stair(f"folkmoot.halls.{hall}")))
    assert not unplaced, f"No stair in pyproject.toml says how high these rooms of {hall} stand: {unplaced}"


def own_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("folkmoot.halls.")]


def relations(model: type[Model]) -> list[Field]:  # type: ignore[type-arg]
    return [
        field
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if field.remote_field and field.related_model
    ]


def test_foreign_keys_go_down() -> None:
    climbing = []
    for model in own_models():
        for field in relations(model):
            target = field.related_model
            if not isinstance(target, type) or not target.__module__.startswith("folkmoot.halls."):
                continue
            if rank(target.__module__) > rank(model.__module__):
                climbing.append(f"{model.__module__}.{model.__name__}.{field.name} points up to {target.__module__}")
    assert not climbing, "\n".join(climbing)
