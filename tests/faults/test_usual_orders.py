"""The portal beside the two usual orders, through the same faults: what each loses and doubles."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from factories.portals import IS_POSTGRESQL
from faults.sink import Sink
from faults.stage import KILLS, Workers, note, until, workers

MAILS = 5 * KILLS
pytestmark = pytest.mark.skipif(IS_POSTGRESQL, reason="the models have a database of their own")


@contextmanager
def a_model(order: str, folder: Path, sink: Sink) -> Iterator[tuple[Workers, Path]]:
    """Let the workers of a model begin, with ``MAILS`` in its outbox."""
    path = folder / f"{order}.db"
    with closing(sqlite3.connect(path)) as outbox:
        outbox.execute("pragma journal_mode = wal")
        outbox.execute("create table mails (id integer primary key, is_sent integer not null)")
        outbox.executemany("insert into mails values (?, 0)", [[n] for n in range(MAILS)])
        outbox.commit()
    with workers("usual_orders.py", order, str(path), str(sink.port)) as crew:
        yield crew, path


def unsent(path: Path) -> int:
    with closing(sqlite3.connect(path, timeout=10)) as outbox:
        return int(outbox.execute("select count(*) from mails where is_sent = 0").fetchone()[0])


@pytest.mark.parametrize("order", ["mark-send", "send-mark"])
def test_workers_of_the_usual_orders_are_killed_at_random(
    order: str, tmp_path: Path, sink: Sink
) -> None:
    sink.slow = 0.02
    with a_model(order, tmp_path, sink) as (crew, path):
        crew.die(KILLS)
        with crew.working():
            until(lambda: unsent(path) == 0)

    lost = MAILS - len(sink.copies)
    note(f"{order}, killed at random", kills=KILLS, mails=MAILS, lost=lost, double=sink.doubles)
    if order == "mark-send":
        assert sink.doubles == 0
    else:
        assert lost == 0


@pytest.mark.parametrize("order", ["mark-send", "send-mark"])
def test_the_mail_server_of_the_usual_orders_is_down_and_up_again(
    order: str, tmp_path: Path, sink: Sink
) -> None:
    sink.close()
    with a_model(order, tmp_path, sink) as (crew, path):
        with crew.working():
            until(lambda: unsent(path) < MAILS // 2 or order == "send-mark")
        sink.open()
        with crew.working():
            until(lambda: unsent(path) == 0)

    lost = MAILS - len(sink.copies)
    note(f"{order}, server down and up again", mails=MAILS, lost=lost, double=sink.doubles)
    assert (lost > 0) == (order == "mark-send")
