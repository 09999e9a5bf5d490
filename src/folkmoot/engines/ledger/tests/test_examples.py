import doctest
import importlib
import pkgutil

import pytest

from folkmoot.engines import ledger

MODULES = ["folkmoot.engines.ledger"] + [
    module.name for module in pkgutil.iter_modules(ledger.__path__, "folkmoot.engines.ledger.") if not module.ispkg
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_documentation_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_everything_that_is_offered_exists() -> None:
    assert sorted(ledger.__all__) == sorted(set(ledger.__all__))
    assert all(hasattr(ledger, name) for name in ledger.__all__)
