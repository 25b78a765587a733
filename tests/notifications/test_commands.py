"""The worker runs as a process of its own and stops politely; dead jobs can be seen."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.core.jobs import Job, later, work_off
from app.notifications.models import Message
from app.notifications.service import tell
from factories.accounts import a_person

ROOT = Path(__file__).resolve().parents[2]


def until(happened: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_delivers_and_stops_when_it_is_told_to(
    app: Flask, tmp_path: Path, number: signal.Signals
) -> None:
    tell(a_person("Anna"), "Nieuws", "Er is nieuws.")
    db.session.commit()
    worker = subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "wsgi", "worker"],
        cwd=ROOT,
        env={
            **os.environ,
            "AANZET_DATABASE_URL": db.engine.url.render_as_string(hide_password=False),
            "AANZET_MAIL_URL": tmp_path.as_uri(),
            "AANZET_JOURNAL": str(tmp_path / "journal"),
        },
        stderr=subprocess.PIPE,
        text=True,
    )

    try:
        until(lambda: list(tmp_path.glob("*.eml")) != [])
        until(is_mailed)
        worker.send_signal(number)
        _, said = worker.communicate(timeout=60)
    finally:
        worker.kill()

    assert worker.returncode == 0
    assert "the worker stopped" in said


def is_mailed() -> bool:
    db.session.rollback()
    return db.session.query(Message).one().mailed_at is not None


def a_dead_job() -> Job:
    later("test.of-no-kind", dedupe_key="dead")
    db.session.commit()
    job = db.session.query(Job).one()
    job.dead_at, job.last_error, job.attempts = clock.now(), "KeyError: 'test.of-no-kind'", 16
    db.session.commit()
    return job


def test_dead_jobs_are_listed_with_what_went_wrong(app: Flask) -> None:
    job = a_dead_job()
    later("test.alive", due_at=clock.now())
    db.session.commit()

    result = app.test_cli_runner().invoke(args=["jobs", "dead"])

    moment = job.dead_at.isoformat(timespec="seconds") if job.dead_at else ""
    assert result.output == f"{job.id}\t{moment}\ttest.of-no-kind\tKeyError: 'test.of-no-kind'\n"


def test_a_dead_job_gets_another_chance(app: Flask) -> None:
    job_id = a_dead_job().id
    assert work_off() == 0

    result = app.test_cli_runner().invoke(args=["jobs", "retry", str(job_id)])

    assert (result.exit_code, result.output) == (0, f"job {job_id} is tried again\n")
    assert work_off() == 1


def test_a_job_that_is_not_dead_gets_no_other_chance(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["jobs", "retry", "999999"])

    assert (result.exit_code, "no job with this number was given up" in result.output) == (2, True)
