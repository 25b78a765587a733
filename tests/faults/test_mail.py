"""Mail when workers die and mail servers fail: nothing is lost, and a double has the same number."""

import os
import signal
import time

import pytest
from flask import Flask
from sqlalchemy import text

from app.core.db import db
from app.core.jobs import Job
from factories.portals import IS_POSTGRESQL
from faults.sink import Sink
from faults.stage import KILLS, Workers, ask_mails, is_there, jobs_left, note, until, waiting

POINTS = {  # where a worker dies: how many copies arrive
    "before the claim": 1,
    "after the claim": 1,
    "before the mail server": 1,
    "after its answer": 2,
    "after the mark": 1,
    "after the tick": 1,
}


def all_arrived(sink: Sink, number: int) -> None:
    """Look at what holds after every fault: each mail arrived, and the portal knows it."""
    assert waiting() == 0
    assert len(sink.copies) == number
    assert jobs_left() == 0


def finish(crew: Workers) -> None:
    """Let a worker do all that is left."""
    with crew.working():
        until(lambda: waiting() == 0)
        until(lambda: jobs_left() == 0)


def test_workers_that_are_killed_at_random_lose_nothing(
    portal: Flask, sink: Sink, crew: Workers
) -> None:
    mails = 5 * KILLS
    ask_mails(mails)
    sink.slow = 0.02

    crew.die(KILLS)
    finish(crew)

    note("killed at random", kills=KILLS, mails=mails, lost=mails - len(sink.copies), double=sink.doubles)  # fmt: skip
    all_arrived(sink, mails)
    assert sink.doubles <= KILLS


@pytest.mark.parametrize("point", POINTS)
def test_a_worker_that_is_killed_at_a_point_does_what_was_designed(
    portal: Flask, sink: Sink, crew: Workers, point: str
) -> None:
    ask_mails(1)

    number = crew.begin(point)
    until(lambda: not is_there(number))
    finish(crew)

    note(f"killed {point}", copies=sink.copies.total())
    all_arrived(sink, 1)
    assert sink.copies.total() == POINTS[point]


@pytest.mark.parametrize("how", ["refuse", "hang", "drop", "part"])
def test_a_mail_server_that_misbehaves_gets_every_mail_later(
    portal: Flask, sink: Sink, crew: Workers, how: str
) -> None:
    ask_mails(3)
    sink.how = how
    with crew.working():
        until(lambda: sink.begun >= 3)
    sink.how = "take"

    finish(crew)

    note(f"a server that would {how}", mails=3, lost=3 - len(sink.copies), double=sink.doubles)
    all_arrived(sink, 3)
    if how != "drop":  # it has the mail, and nobody heard it say so
        assert sink.doubles == 0


def test_a_mail_server_that_is_down_gets_every_mail_once_when_it_is_back(
    portal: Flask, sink: Sink, crew: Workers
) -> None:
    mails = 12
    ask_mails(mails)
    sink.close()
    with crew.working():
        until(lambda: tried_again() >= mails // 2)
    assert waiting() == mails
    sink.open()

    finish(crew)

    note("down and up again", mails=mails, lost=mails - len(sink.copies), double=sink.doubles)
    all_arrived(sink, mails)
    assert sink.doubles == 0


def tried_again() -> int:
    db.session.rollback()
    return db.session.query(Job).filter(Job.attempts > 1).count()


@pytest.mark.skipif(not IS_POSTGRESQL, reason="SQLite has no server to lose")
def test_a_database_that_breaks_every_connection_loses_nothing(
    portal: Flask, sink: Sink, crew: Workers
) -> None:
    mails, breaks = 60, max(5, KILLS // 4)
    ask_mails(mails)
    cut = text(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()"
    )
    with crew.working():
        for _time in range(breaks):
            db.session.execute(cut)
            db.session.commit()
            time.sleep(0.1)
        until(lambda: waiting() == 0)
        until(lambda: jobs_left() == 0)

    note("database cut off", cuts=breaks, mails=mails, lost=mails - len(sink.copies), double=sink.doubles)  # fmt: skip
    all_arrived(sink, mails)
    assert sink.doubles == 0


def test_a_worker_that_is_told_to_stop_finishes_the_mail_in_hand(
    portal: Flask, sink: Sink, crew: Workers
) -> None:
    ask_mails(2)
    sink.slow = 0.5
    worker = crew.begin()
    until(lambda: sink.begun == 1)

    os.kill(worker, signal.SIGTERM)
    until(lambda: not is_there(worker))

    note("told to stop in the middle of a mail", left=sink.copies.total(), waiting=waiting())
    assert (sink.copies.total(), waiting(), jobs_left()) == (1, 1, 1)
