"""The machine that watches over the portal hears whether it lives, and whether it can serve."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event

from app import create_app
from app.core import clock
from app.core.db import db
from app.core.jobs import later
from app.core.schema import newest_revision
from app.web import health
from factories.portals import IS_POSTGRESQL, a_portal, stamp

AWAY = {
    "postgresql": "postgresql+psycopg://nobody@127.0.0.1:9/none?connect_timeout=2",
    "sqlite": "sqlite:////proc/no-folder/aanzet.db",
}


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with a_portal(tmp_path_factory.mktemp("portal"), name="health") as portal:
        yield portal


@pytest.fixture
def away(tmp_path: Path) -> Flask:
    """Return a portal whose database does not answer."""
    address = AWAY["postgresql" if IS_POSTGRESQL else "sqlite"]
    folder = str(tmp_path)
    return create_app(
        {
            "SQLALCHEMY_DATABASE_URI": address,
            "PHOTOS_FOLDER": folder,
            "JOURNAL_FOLDER": folder,
            "TILES": "",
            "RATELIMIT_ENABLED": False,
        }
    )


def told(portal: Flask) -> tuple[int, dict[str, str]]:
    with portal.app_context():
        answer = portal.test_client().get("/healthz/ready")
    return answer.status_code, answer.get_json()


def test_a_portal_that_is_well_says_so(portal: Flask) -> None:
    well = {"database": "ok", "schema": "ok", "queue": "ok", "disk": "ok"}

    assert told(portal) == (200, {"status": "ok", "revision": newest_revision(), **well})


def test_it_is_not_kept_by_anybody(portal: Flask) -> None:
    assert portal.test_client().get("/healthz/ready").headers["Cache-Control"] == "no-store"


def test_a_queue_that_nobody_works_off_wants_attention_and_pages_go_on(portal: Flask) -> None:
    with portal.app_context():
        later("test.of-no-kind", due_at=clock.now() - health.PATIENCE - timedelta(minutes=1))
        db.session.commit()
    try:
        status, said = told(portal)
    finally:
        with portal.app_context():
            db.session.execute(db.text("delete from jobs"))
            db.session.commit()

    assert (status, said["status"], said["queue"]) == (200, "attention", "late")


def test_a_disk_that_is_almost_full_wants_attention(
    portal: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "LEAST_SPACE", 1 << 60)

    status, said = told(portal)

    assert (status, said["status"], said["disk"]) == (200, "attention", "full")


def test_a_database_of_another_version_is_not_served(portal: Flask) -> None:
    with portal.app_context():
        stamp("0001")
    try:
        status, said = told(portal)
    finally:
        with portal.app_context():
            stamp(newest_revision())

    assert (status, said["status"], said["schema"]) == (503, "down", "other")


def test_a_database_that_is_away_is_said_and_not_shown(away: Flask) -> None:
    status, said = told(away)

    assert (status, said["status"], said["database"]) == (503, "down", "away")
    assert set(said) == {"status", "revision", "database", "schema", "queue", "disk"}
    assert not any(word in str(said) for word in ("127.0.0.1", "no-folder"))


def test_a_process_lives_also_without_a_database(away: Flask) -> None:
    assert away.test_client().get("/healthz/live").text == "ok"


def test_whether_it_lives_is_asked_of_no_database(portal: Flask) -> None:
    asked: list[object] = []
    with portal.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *about: asked.append(about))

        assert portal.test_client().get("/healthz/live").text == "ok"

    assert asked == []
