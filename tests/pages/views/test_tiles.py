"""Tiles go through the portal: those of the municipality only, and calmly when there are none."""

import shutil
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.core.db import db
from app.web.throttle import limiter
from factories.areas import a_town
from factories.outlines import a_town_on_real_ground, draw
from factories.tile_server import RunningServer, a_picture

HERE, NEXT_TO_IT = "/kaart/tegels/15/16749/10827", "/kaart/tegels/15/16750/10827"
ELSEWHERE = "/kaart/tegels/15/16780/10822"


@pytest.fixture(autouse=True)
def settings(app: Flask, tile_server: RunningServer) -> Iterator[None]:
    tile_server.asked()
    before = dict(app.config)
    yield
    app.config.update(before)
    shutil.rmtree(app.config["TILES_FOLDER"], ignore_errors=True)


def test_a_tile_is_passed_on_and_kept(client: FlaskClient, tile_server: RunningServer) -> None:
    a_town_on_real_ground(tile_server.template())

    first, second = client.get(HERE), client.get(HERE)

    assert first.data == second.data == a_picture("15 16749 10827")
    assert (first.mimetype, first.headers["Cache-Control"]) == (
        *("image/png", "public, max-age=604800"),
    )
    assert tile_server.asked() == 1
    again = client.get(HERE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_jpeg_is_called_a_jpeg(client: FlaskClient, tile_server: RunningServer) -> None:
    a_town_on_real_ground(tile_server.template("jpeg"))

    assert client.get(HERE).mimetype == "image/jpeg"


@pytest.mark.parametrize(
    "path",
    [
        ELSEWHERE,
        "/kaart/tegels/18/133992/86616",
        "/kaart/tegels/3/4/2",
        "/kaart/tegels/15/99999/10827",
        "/kaart/tegels/15/-1/10827",
        "/kaart/tegels/15/16749/10827.png",
        "/kaart/tegels/15/..%2f..%2f/10827",
        "/kaart/tegels/9999999999999/1/1",
    ],
)
def test_other_tiles_are_not_there_and_nobody_is_asked(
    client: FlaskClient, tile_server: RunningServer, path: str
) -> None:
    a_town_on_real_ground(tile_server.template())

    assert client.get(path).status_code == 404
    assert tile_server.asked() == 0


def test_an_invented_municipality_has_no_tiles(
    client: FlaskClient, app: Flask, tile_server: RunningServer
) -> None:
    draw(a_town().mill)
    app.config["TILES"] = tile_server.template()

    assert (client.get(HERE).status_code, tile_server.asked()) == (404, 0)


def test_while_the_tile_server_is_away_the_answer_is_short_and_not_kept(
    client: FlaskClient, tile_server: RunningServer
) -> None:
    a_town_on_real_ground(tile_server.template("broken"))

    answer = client.get(HERE)

    assert (answer.status_code, answer.data) == (503, b"")
    assert (answer.headers["Cache-Control"], answer.headers["Retry-After"]) == ("no-store", "30")


def test_a_tile_that_the_server_does_not_have_is_not_there(
    client: FlaskClient, tile_server: RunningServer
) -> None:
    a_town_on_real_ground(tile_server.template("unknown"))

    assert client.get(HERE).status_code == 404


@pytest.fixture
def strict(app: Flask) -> Iterator[Flask]:
    """Give the same portal with its limits switched on."""
    names = ("SQLALCHEMY_DATABASE_URI", "MAIL_URL", "TESTING", "TILES_FOLDER", "TILES")
    portal = create_app({**{name: app.config[name] for name in names}, "RATELIMIT_ENABLED": True})
    yield portal
    limiter.reset()
    limiter.enabled = False
    with portal.app_context():
        for engine in db.engines.values():
            engine.dispose()


def test_what_is_fetched_is_limited_and_what_is_kept_is_free(
    strict: Flask, tile_server: RunningServer
) -> None:
    a_town_on_real_ground()
    db.session.commit()
    browser = strict.test_client()
    strict.config["TILES"] = tile_server.template()
    assert {browser.get(HERE).status_code for _ in range(30)} == {200}

    strict.config["TILES"] = tile_server.template("unknown")
    answers = [browser.get(NEXT_TO_IT).status_code for _ in range(300)]

    assert answers == [404] * 299 + [429]
