"""A tile server that does what it likes: only tiles come in, and nothing else is asked."""

import socket

import pytest

from app.areas.tiles import Away, NoSuchTile, Tile, kind_of
from app.areas.tiles import server as tiles_server
from app.areas.tiles.server import TileServer
from factories.tile_server import RunningServer, a_picture

DELFT = Tile(12, 2097, 1352)


def server(template: str) -> TileServer:
    return TileServer(template, agent="Aanzet (+https://aanzet.example)")


@pytest.mark.parametrize(("behaviour", "kind"), [("good", "image/png"), ("jpeg", "image/jpeg")])
def test_a_tile_is_asked_for_by_its_numbers(
    tile_server: RunningServer, behaviour: str, kind: str
) -> None:
    content = server(tile_server.template(behaviour)).fetch(DELFT)

    assert kind_of(content) == kind
    if behaviour == "good":
        assert content == a_picture("12 2097 1352")


@pytest.mark.parametrize("behaviour", ["broken", "page", "half", "odd", "gif", "large"])
def test_what_is_no_tile_is_refused(tile_server: RunningServer, behaviour: str) -> None:
    with pytest.raises(Away):
        server(tile_server.template(behaviour)).fetch(DELFT)


def test_a_redirect_is_not_followed(tile_server: RunningServer) -> None:
    tile_server.asked()

    with pytest.raises(Away, match="302"):
        server(tile_server.template("elsewhere")).fetch(DELFT)

    assert tile_server.asked() == 1


def test_a_tile_that_is_not_there_does_not_mean_that_the_server_is_away(
    tile_server: RunningServer,
) -> None:
    with pytest.raises(NoSuchTile):
        server(tile_server.template("unknown")).fetch(DELFT)


def test_a_server_that_is_slower_than_the_time_outs_is_away(
    tile_server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiles_server, "TIMEOUT", 0.2)

    with pytest.raises(Away, match="timed out"):
        server(tile_server.template("slow")).fetch(DELFT)


def test_where_nobody_listens_the_server_is_away() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

        with pytest.raises(Away):
            server(f"http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}").fetch(DELFT)
