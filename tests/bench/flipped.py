"""A plugin for pytest: one rule gives the same answer to everybody, as ``FLIP`` says.

FLIP=app.support.rules.decide=True python -m pytest -p bench.flipped tests/support
"""

import os
from importlib import import_module


def pytest_configure() -> None:
    """Flip the rule before any test asks it."""
    where, _, says = os.environ["FLIP"].partition("=")
    module, _, name = where.rpartition(".")
    rule = getattr(import_module(module), name)
    rule._ask = lambda _actor, _thing: says == "True"
