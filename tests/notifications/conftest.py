"""A push service that the portal knows, and a key to send with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.notifications import push
from factories.push_service import PushService, a_push_service


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
