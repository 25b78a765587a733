"""The shelf keeps tiles within its space and for a time, also when many use it at once."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from app.areas.tiles import Tile
from app.areas.tiles.shelf import FRESH, KEPT, Found, Shelf
from app.core import clock

SPACE = 1_000  # bytes


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path, SPACE)


def tile(number: int) -> Tile:
    return Tile(12, number, 1)


def make_older(folder: Path, one: Tile, age: timedelta) -> None:
    then = (clock.now() - age).timestamp()
    os.utime(folder / str(one.zoom) / str(one.column) / str(one.row), (then, then))


def test_what_was_put_away_is_found(shelf: Shelf) -> None:
    assert shelf.find(tile(1)) is None

    shelf.keep(tile(1), b"one")
    shelf.keep(tile(1), b"newer")

    assert shelf.find(tile(1)) == Found(b"newer", is_fresh=True)
    assert shelf.find(tile(2)) is None


def test_a_month_later_it_is_found_but_no_longer_fresh(shelf: Shelf, tmp_path: Path) -> None:
    shelf.keep(tile(1), b"one")
    make_older(tmp_path, tile(1), FRESH + timedelta(minutes=1))

    assert shelf.find(tile(1)) == Found(b"one", is_fresh=False)


def test_what_is_too_old_goes(shelf: Shelf, tmp_path: Path) -> None:
    for number in (1, 2):
        shelf.keep(tile(number), b"one")
    make_older(tmp_path, tile(1), KEPT + timedelta(minutes=1))

    shelf.tidy()

    assert [shelf.find(tile(number)) is None for number in (1, 2)] == [True, False]


def test_the_oldest_make_room_by_themselves(shelf: Shelf, tmp_path: Path) -> None:
    for number in range(20):
        shelf.keep(tile(number), bytes(100))
        make_older(tmp_path, tile(number), timedelta(hours=20 - number))
    shelf.keep(tile(20), bytes(100))

    kept = [number for number in range(21) if shelf.find(tile(number))]
    assert kept == list(range(21 - len(kept), 21))
    assert SPACE * 0.8 <= 100 * len(kept) <= SPACE


def test_nothing_goes_while_there_is_room(shelf: Shelf) -> None:
    for number in range(10):
        shelf.keep(tile(number), bytes(100))

    shelf.tidy()

    assert all(shelf.find(tile(number)) for number in range(10))


def test_what_a_broken_off_process_left_goes_too(shelf: Shelf, tmp_path: Path) -> None:
    shelf.keep(tile(1), b"one")
    left, busy = tmp_path / "12" / "1" / "left.half", tmp_path / "12" / "1" / "busy.half"
    for path in (left, busy):
        path.write_bytes(bytes(SPACE))
    then = (clock.now() - KEPT * 2).timestamp()
    os.utime(left, (then, then))

    shelf.tidy()

    assert (left.exists(), busy.exists()) == (False, True)
    assert shelf.find(tile(1)) is not None


def test_many_readers_and_writers_never_meet_half_a_tile(tmp_path: Path) -> None:
    contents = [bytes([number]) * 20_000 for number in range(4)]
    shelves = [Shelf(tmp_path, 50_000) for _ in range(2)]  # as two processes have

    def use(turn: int) -> bytes | None:
        shelf = shelves[turn % 2]
        shelf.keep(tile(turn % 3), contents[turn % 4])
        found = shelf.find(tile(turn % 3))
        return found.content if found else None

    with ThreadPoolExecutor(8) as people:
        seen = list(people.map(use, range(200)))

    assert {one in contents for one in seen if one is not None} == {True}
    assert list(tmp_path.rglob("*.half")) == []
