"""Workers to kill, mails to send, and a table of what was counted.

``FAULTS`` is how many times a worker is killed at random: few in the suite, 200 with ``make faults``.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.core.db import db
from app.core.jobs import Job
from app.core.transaction import transaction
from app.notifications.models import Message
from app.notifications.service import mail
from factories.portals import IS_POSTGRESQL

KILLS = int(os.environ.get("FAULTS", "8"))
PATIENCE = 60 + 2 * KILLS  # seconds
SEED = 20261122
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COUNTS: list[str] = []


@dataclass
class Workers:
    """A process that begins workers; there is at most one at a time."""

    process: subprocess.Popen[str]

    def begin(self, point: str = "-") -> int:
        """Begin a worker that kills itself at ``point``; return its number."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{point}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    @contextmanager
    def working(self) -> Iterator[int]:
        """Let one work for as long as the block lasts; it finishes what it has in hand."""
        number = self.begin()
        try:
            yield number
        finally:
            end(number, signal.SIGTERM)

    def die(self, times: int) -> None:
        """Begin a worker ``times`` times, and kill it after some random hundredths of a second."""
        chance = random.Random(SEED)
        for _time in range(times):
            number = self.begin()
            time.sleep(chance.uniform(0.02, 0.3))
            end(number, signal.SIGKILL)


@contextmanager
def workers(*command: str) -> Iterator[Workers]:
    """Have a program of this folder begin workers."""
    process = subprocess.Popen(
        [sys.executable, str(HERE / command[0]), *command[1:]],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield Workers(process)
    finally:
        process.kill()
        process.communicate()


def ask_mails(number: int) -> None:
    """Ask for so many mails, each to somebody else, as a request would."""
    with transaction():
        for count in range(number):
            mail(f"buur{count}@voorbeeld.example", "Nieuws", "Er is nieuws.")


def waiting() -> int:
    """Return how many mails did not leave according to the portal."""
    db.session.rollback()
    found = db.session.query(Message).filter(Message.mailed_at.is_(None)).count()
    db.session.rollback()
    return found


def jobs_left() -> int:
    """Return how many mails a worker still has to do something about."""
    db.session.rollback()
    found = db.session.query(Job).filter_by(kind="notifications.deliver", done_at=None).count()
    db.session.rollback()
    return found


def end(number: int, how: signal.Signals) -> None:
    """End a process: as if the power failed, or politely; and wait until it is gone."""
    with suppress(ProcessLookupError):
        os.kill(number, how)
    until(lambda: not is_there(number))


def is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def until(happened: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def note(what: str, **numbers: int) -> None:
    """Note numbers for the table at the end."""
    kind = "PostgreSQL" if IS_POSTGRESQL else "SQLite"
    told = ", ".join(f"{name} {number}" for name, number in numbers.items())
    COUNTS.append(f"{kind}: {what}: {told}")
