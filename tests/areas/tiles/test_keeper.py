"""Nobody waits for long, nothing is asked twice, and a server that failed is left alone."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from app.areas.tiles import Away, NoSuchTile, Tile, keeper
from app.areas.tiles.keeper import BRIEFLY, WAITING, Keeper
from app.areas.tiles.server import TileServer
from app.areas.tiles.shelf import Shelf
from factories.tile_server import SLOW, RunningServer, a_picture

DELFT, NEXT_TO_IT = Tile(12, 2097, 1352), Tile(12, 2098, 1352)
PATIENCE = 0.4  # seconds, where a test waits for it to end
MakeKeeper = Callable[[str], Keeper]


@pytest.fixture
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "PATIENCE", PATIENCE)


@pytest.fixture
def keeper_of(tile_server: RunningServer, tmp_path: Path) -> MakeKeeper:
    """Return a function that makes a keeper of tiles of a server that behaves like this."""
    tile_server.asked()
    shelf = Shelf(tmp_path, 1_000_000)
    return lambda behaviour: Keeper(TileServer(tile_server.template(behaviour), agent="-"), shelf)


def test_a_tile_is_fetched_once_and_then_on_the_shelf(
    tile_server: RunningServer, keeper_of: MakeKeeper
) -> None:
    keeper = keeper_of("good")
    assert keeper.on_the_shelf(DELFT) is None

    content = keeper.fetched(DELFT)

    assert content == keeper.on_the_shelf(DELFT) == a_picture("12 2097 1352")
    assert tile_server.asked() == 1


def test_when_many_ask_for_one_tile_it_is_fetched_once(
    tile_server: RunningServer, keeper_of: MakeKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "WAITING", 8)
    one = keeper_of("good")

    with ThreadPoolExecutor(8) as people:
        contents = set(people.map(lambda _: one.fetched(DELFT), range(8)))

    assert len(contents) == 1
    assert tile_server.asked() <= 2  # who comes just after the answer asks again


@pytest.mark.usefixtures("impatience")
def test_nobody_waits_long_for_a_slow_server_and_the_next_not_at_all(
    tile_server: RunningServer, keeper_of: MakeKeeper
) -> None:
    keeper = keeper_of("slow")
    begin = time.monotonic()
    with pytest.raises(Away):
        keeper.fetched(DELFT)
    waited = time.monotonic() - begin

    with pytest.raises(Away):
        keeper.fetched(NEXT_TO_IT)

    assert PATIENCE <= waited < SLOW
    assert time.monotonic() - begin - waited < 0.1
    assert tile_server.asked() == 1


@pytest.mark.usefixtures("impatience")
def test_when_enough_requests_wait_the_next_is_answered_soon(keeper_of: MakeKeeper) -> None:
    one = keeper_of("slow")

    def ask(number: int) -> float:
        begin = time.monotonic()
        with pytest.raises(Away):
            one.fetched(Tile(12, number, 1))
        return time.monotonic() - begin

    with ThreadPoolExecutor(WAITING + 1) as people:
        *_, longest = waits = sorted(people.map(ask, range(WAITING + 1)))

    assert waits[0] < BRIEFLY + 0.5
    assert longest < PATIENCE + BRIEFLY + 0.5


def test_a_server_that_failed_is_asked_again_after_a_pause(
    tile_server: RunningServer, keeper_of: MakeKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = keeper_of("broken")
    for _ in range(3):
        with pytest.raises(Away):
            broken.fetched(DELFT)
    assert tile_server.asked() == 1

    monkeypatch.setattr(keeper, "PAUSE", 0.0)
    patient = keeper_of("broken")
    for _ in range(2):
        with pytest.raises(Away):
            patient.fetched(DELFT)
    assert tile_server.asked() == 2


def test_an_old_tile_is_better_than_none(
    keeper_of: MakeKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = keeper_of("good").fetched(DELFT)
    monkeypatch.setattr("app.areas.tiles.shelf.FRESH", timedelta(seconds=-1))
    away = keeper_of("broken")

    assert away.on_the_shelf(DELFT) is None
    assert away.fetched(DELFT) == content


def test_a_tile_that_does_not_exist_stops_no_other(
    tile_server: RunningServer, keeper_of: MakeKeeper
) -> None:
    unknown = keeper_of("unknown")
    for one in (DELFT, NEXT_TO_IT):
        with pytest.raises(NoSuchTile):
            unknown.fetched(one)

    assert tile_server.asked() == 2


def test_at_most_two_screens_of_tiles_are_fetched_at_once(
    keeper_of: MakeKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "QUEUE", 0)

    with pytest.raises(Away, match="being fetched"):
        keeper_of("good").fetched(DELFT)


def test_a_disk_that_cannot_be_written_costs_the_shelf_not_the_tile(
    tile_server: RunningServer, tmp_path: Path
) -> None:
    (tmp_path / "12").write_text("no folder")
    one = Keeper(TileServer(tile_server.template(), agent="-"), Shelf(tmp_path, 1_000))

    assert one.fetched(DELFT) == a_picture("12 2097 1352")
    assert one.on_the_shelf(DELFT) is None
