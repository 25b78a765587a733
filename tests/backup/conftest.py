"""A portal to lose, and the commands that bring it back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from app.core import journal
from factories.portals import IS_POSTGRESQL, a_portal

on_sqlite_only = pytest.mark.skipif(IS_POSTGRESQL, reason="does not depend on the database")
Run = Callable[..., Result]


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Flask]:
    with a_portal(tmp_path / "portal") as portal:
        journal.append("test", it="begins")
        yield portal


@pytest.fixture
def run(portal: Flask) -> Run:
    """Return what runs a command of the portal, as in a terminal."""

    def run(*words: str | Path) -> Result:
        return portal.test_cli_runner().invoke(args=[str(word) for word in words])

    return run
