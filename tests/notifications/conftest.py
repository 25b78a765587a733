"""A mail server, a clock that stands still, and a push service that the portal knows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.notifications import push
from factories.clocks import SetClock, a_clock
from factories.mail_server import MailServer, a_mail_server
from factories.push_service import PushService, a_push_service


@pytest.fixture
def server(app: Flask) -> Iterator[MailServer]:
    before = app.config["MAIL_URL"]
    with a_mail_server() as running:
        app.config["MAIL_URL"] = running.url
        yield running
    app.config["MAIL_URL"] = before


@pytest.fixture
def put_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    return a_clock(monkeypatch)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PushService, Path]]:
    folder = tmp_path_factory.mktemp("push")
    with a_push_service(folder) as service:
        yield service, folder / "cert.pem"


@pytest.fixture
def service(
    app: Flask, running: tuple[PushService, Path], monkeypatch: pytest.MonkeyPatch
) -> PushService:
    known, certificate = running
    known.status = 201
    known.got.clear()
    monkeypatch.setitem(app.config, "PUSH_KEY", push.new_key())
    monkeypatch.setitem(app.config, "PUSH_HOSTS", [known.host])
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    return known
