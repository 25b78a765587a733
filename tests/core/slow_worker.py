"""A worker of its own process, for test_jobs to kill: ``slow_worker.py DATABASE MARKER``.

It writes something, says so by making the file MARKER, and then is slow.
"""

import sys
import time
from datetime import timedelta
from pathlib import Path

from app import create_app
from app.core import clock, jobs

FAR = timedelta(days=300)


@jobs.job("test.slow")
def slow(number: int) -> None:
    jobs.later("test.trace", due_at=clock.now() + FAR, by="the worker that dies", number=number)
    Path(sys.argv[2]).write_text("started")
    time.sleep(60)


if __name__ == "__main__":
    jobs.LEASE = timedelta(seconds=1)
    with create_app({"SQLALCHEMY_DATABASE_URI": sys.argv[1]}).app_context():
        jobs.work_forever(lambda: False)
