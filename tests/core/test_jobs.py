"""Jobs are remembered, done once, tried again, and given up at last."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from app.core import clock, jobs
from app.core.db import db
from app.core.jobs import Job, later, work_off

FAR = timedelta(days=300)
ROOT = Path(__file__).resolve().parents[2]
SLOW_WORKER = Path(__file__).with_name("slow_worker.py")


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test register kinds of jobs that are gone after it."""
    monkeypatch.setattr(jobs, "_kinds", dict(jobs._kinds))
    jobs.job("test.write")(leave_a_trace)


def leave_a_trace(number: int = 0) -> None:
    later("test.trace", due_at=clock.now() + FAR, number=number)


def traces() -> list[int]:
    db.session.rollback()
    found = db.session.query(Job).filter_by(kind="test.trace")
    return sorted(trace.arguments["number"] for trace in found)


def the_job(kind: str = "test.write") -> Job:
    db.session.rollback()
    return db.session.query(Job).filter_by(kind=kind).one()


def asked(kind: str = "test.write", **arguments: object) -> Job:
    later(kind, **arguments)
    db.session.commit()
    return the_job(kind)


def test_a_job_is_done_once_with_its_arguments() -> None:
    asked(number=7)

    assert (work_off(), work_off()) == (1, 0)
    assert (traces(), the_job().done_at is not None, the_job().attempts) == ([7], True, 1)


def test_a_job_of_a_transaction_that_was_undone_never_happens() -> None:
    later("test.write", number=7)
    db.session.rollback()

    assert (work_off(), traces()) == (0, [])


def test_a_job_waits_until_it_is_due() -> None:
    asked(due_at=clock.now() + timedelta(minutes=1))

    assert work_off() == 0


def test_a_second_job_with_the_same_key_is_left_out() -> None:
    later("test.write", dedupe_key="reminder-1", number=1)
    later("test.write", dedupe_key="reminder-1", number=2)
    later("test.write", number=3)
    later("test.write", number=4)
    db.session.commit()

    assert (work_off(), traces()) == (3, [1, 3, 4])


def test_a_job_that_fails_leaves_nothing_half_done_and_is_planned_again() -> None:
    @jobs.job("test.fail")
    def fail() -> None:
        leave_a_trace()
        raise OSError("no answer for anna@voorbeeld.example")

    asked("test.fail")
    before = clock.now()

    assert (work_off(), traces()) == (1, [])
    failed = the_job("test.fail")
    wait = failed.due_at - before
    assert (failed.done_at, failed.dead_at, failed.leased_until) == (None, None, None)
    assert failed.last_error == "OSError: no answer for ..."
    assert timedelta(seconds=24) <= wait <= timedelta(seconds=37)


def test_a_job_of_an_unknown_kind_is_tried_again_after_a_new_release() -> None:
    asked("test.of-the-next-release")

    work_off()

    assert the_job("test.of-the-next-release").dead_at is None


def test_the_waits_between_all_tries_add_up_to_almost_three_days() -> None:
    waits = [jobs.wait_after(attempts) for attempts in range(1, jobs.TRIES)]

    assert waits[:3] == [timedelta(seconds=30), timedelta(minutes=1), timedelta(minutes=2)]
    assert timedelta(days=2.5) < sum(waits, timedelta()) < timedelta(days=3)


def test_a_job_that_keeps_failing_is_given_up() -> None:
    jobs.job("test.fail")(lambda: 1 / 0)
    asked("test.fail")

    for _ in range(jobs.TRIES):
        the_job("test.fail").due_at = clock.now()
        db.session.commit()
        assert work_off() == 1

    assert the_job("test.fail").dead_at is not None
    assert work_off() == 0


def test_work_that_says_there_is_no_point_is_given_up_at_once() -> None:
    @jobs.job("test.fail")
    def fail() -> None:
        raise jobs.GiveUp("nobody lives there")

    asked("test.fail")
    work_off()

    assert the_job("test.fail").dead_at is not None


def test_a_job_that_took_every_worker_down_with_it_is_given_up() -> None:
    asked().attempts = jobs.TRIES
    db.session.commit()
    work_off()

    assert (the_job().last_error, traces()) == ("GiveUp: no worker survived it", [])
    assert the_job().dead_at is not None


def test_a_leased_job_is_left_to_its_worker_until_the_lease_runs_out() -> None:
    asked().leased_until = clock.now() + timedelta(minutes=1)
    db.session.commit()
    assert work_off() == 0

    the_job().leased_until = clock.now() - timedelta(seconds=1)
    db.session.commit()
    assert (work_off(), traces()) == (1, [0])


def test_a_worker_that_lost_its_lease_does_not_do_the_work_again() -> None:
    asked()
    lease = jobs._take()
    assert lease is not None
    the_job().attempts += 1  # another worker took it over
    db.session.commit()

    jobs._run(lease)

    assert (traces(), the_job().done_at, the_job().last_error) == ([], None, "")


def test_a_worker_that_fails_after_it_lost_its_lease_leaves_the_job_alone() -> None:
    @jobs.job("test.outside", talks_outside=True)
    def outside() -> None:
        the_job("test.outside").attempts += 1  # another worker took it over meanwhile
        db.session.commit()
        raise OSError

    asked("test.outside")
    work_off()

    assert (the_job("test.outside").last_error, the_job("test.outside").dead_at) == ("", None)


def test_a_worker_that_lost_its_lease_says_nothing_to_the_outside() -> None:
    said: list[str] = []
    jobs.job("test.outside", talks_outside=True)(lambda: said.append("hello"))
    asked("test.outside")
    lease = jobs._take()
    assert lease is not None
    the_job("test.outside").attempts += 1
    db.session.commit()

    jobs._run(lease)

    assert said == []


def test_a_worker_that_loses_its_lease_while_it_talks_leaves_the_tick_to_the_other() -> None:
    @jobs.job("test.outside", talks_outside=True)
    def outside() -> None:
        the_job("test.outside").attempts += 1
        db.session.commit()

    asked("test.outside")
    work_off()

    assert the_job("test.outside").done_at is None


def test_work_that_talks_to_the_outside_keeps_nobody_from_writing(app: Flask) -> None:
    @jobs.job("test.outside", talks_outside=True)
    def outside() -> None:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(write_elsewhere, app).result(timeout=5)

    asked("test.outside")
    work_off()

    assert (traces(), the_job("test.outside").done_at is not None) == ([9], True)


def write_elsewhere(app: Flask) -> None:
    with app.app_context():
        leave_a_trace(9)
        db.session.commit()


def test_finished_jobs_are_forgotten_after_a_month_and_dead_ones_are_kept() -> None:
    old = clock.now() - timedelta(days=31)
    for key in ("done", "dead", "new"):
        later("test.write", dedupe_key=key)
    db.session.query(Job).filter_by(dedupe_key="done").update({"done_at": old})
    db.session.query(Job).filter_by(dedupe_key="dead").update({"dead_at": old})
    db.session.commit()

    assert jobs.forget_done() == 1
    assert {job.dedupe_key for job in db.session.query(Job)} == {"dead", "new"}


def test_eight_workers_at_once_do_every_job_exactly_once(app: Flask) -> None:
    for number in range(40):
        later("test.write", number=number)
    db.session.commit()

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: work_in_own_context(app), range(8)))

    assert (sum(done), traces()) == (40, list(range(40)))


def work_in_own_context(app: Flask) -> int:
    with app.app_context():
        return work_off()


def test_a_worker_that_is_told_to_stop_finishes_the_job_in_hand() -> None:
    asked(number=1)
    asked_to_stop: list[bool] = []

    def is_told_to_stop() -> bool:
        asked_to_stop.append(True)
        return len(asked_to_stop) > 1

    jobs.work_forever(is_told_to_stop)

    assert traces() == [1]


def test_a_job_whose_worker_is_killed_in_the_middle_is_done_once_by_another(
    app: Flask, tmp_path: Path
) -> None:
    jobs.job("test.slow")(leave_a_trace)
    asked("test.slow", number=5)
    marker = tmp_path / "started"
    url = db.engine.url.render_as_string(hide_password=False)
    worker = subprocess.Popen(
        [sys.executable, str(SLOW_WORKER), url, str(marker)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    until(marker.exists)
    worker.send_signal(signal.SIGKILL)
    worker.wait()

    until(lambda: work_off() == 1)

    job = the_job("test.slow")
    assert (traces(), job.done_at is not None, job.attempts) == ([5], True, 2)


def until(happened: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)
