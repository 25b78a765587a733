"""The stage for faults: a portal with a database of its own, workers to kill, and a mail server."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from app.core.db import db
from app.core.jobs import Job
from app.notifications.models import Message
from factories.portals import a_portal
from faults import stage
from faults.sink import Sink, a_sink
from faults.stage import Workers, workers


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with a_portal(tmp_path_factory.mktemp("portal"), name="faults") as portal:
        yield portal


@pytest.fixture
def portal(house: Flask) -> Iterator[Flask]:
    """Return the portal, in which no mail waits."""
    with house.app_context():
        db.session.query(Job).delete()
        db.session.query(Message).delete()
        db.session.commit()
        yield house
        db.session.remove()


@pytest.fixture(scope="module")
def server() -> Iterator[Sink]:
    with a_sink() as sink:
        yield sink


@pytest.fixture
def sink(server: Sink) -> Sink:
    """Return the mail server, as one that works and got nothing yet."""
    server.forget()
    return server


@pytest.fixture(scope="module")
def crew(house: Flask, server: Sink) -> Iterator[Workers]:
    """Return the workers of the portal, which mail to the server."""
    address, journal = house.config["SQLALCHEMY_DATABASE_URI"], house.config["JOURNAL_FOLDER"]
    with workers("worker.py", address, server.url, journal) as crew:
        yield crew


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what was counted."""
    if stage.COUNTS:
        terminalreporter.section("faults")
        for line in stage.COUNTS:
            terminalreporter.line(line)
