"""`ticking`: the clock of `folkmoot serve`, which looks after what is due once after every act of a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from folkmoot.kit.registry import registry


@pytest.fixture
def ticking() -> Iterator[None]:
    """Look after what is due as soon as an act was committed, as the clock does within seconds."""

    def tick(subject: str) -> None:
        for look in registry.due:
            list(look())

    registry.after_act.append(tick)
    yield
    registry.after_act.remove(tick)
