"""Jobs: work for later, remembered in the transaction that asked for it.

A row of ``jobs`` is the truth. A worker leases a row, does the work and ticks it off in one
transaction; when it dies in the middle the lease runs out and another worker tries again.
So a job runs at least once: what it does must be safe to run twice.
"""

import logging
import random
import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as time_of_day
from typing import Any

from flask import current_app
from sqlalchemy import ColumnElement, Index, and_, delete, func, insert, or_, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Base, db
from app.core.transaction import transaction

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)  # longer than any work takes, a slow mail server included
TRIES = 16  # with the waits below: almost three days
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=12)
AT_NIGHT = time_of_day(4)  # when nobody is waiting
KEPT = timedelta(days=30)  # how long a finished job is kept, and with it its dedupe key
IDLE, AWAY = 1.0, 5.0  # seconds until the next look at an empty table, at a database that is away
ADDRESS = re.compile(r"\S+@\S+")

Work = Callable[..., None]


class Job(Base):
    """Something to do at ``due_at``; done, or given up as ``dead_at`` after ``TRIES`` tries."""

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "done_at", "dead_at", "due_at"),)

    kind: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    dedupe_key: Mapped[str | None] = mapped_column(unique=True)
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None]
    dead_at: Mapped[datetime | None]


class GiveUp(Exception):
    """Raised by work that can never succeed: it is not tried again."""


class LeaseLost(Exception):
    """The lease ran out and another worker took the job over."""


@dataclass(frozen=True)
class Kind:
    """What jobs of one kind do."""

    work: Work
    talks_outside: bool
    nightly: bool


@dataclass(frozen=True)
class Lease:
    """The right to try a job now; the number of the attempt tells it from a later lease."""

    job_id: int
    attempt: int


_kinds: dict[str, Kind] = {}


def job(kind: str, *, talks_outside: bool = False, nightly: bool = False) -> Callable[[Work], Work]:
    """Register a function as the work of jobs of ``kind``.

    Work runs in one transaction with its tick-off. Work that ``talks_outside`` is called
    without one, because nobody may wait for a mail server: it opens short ones of its own.
    ``nightly`` work, without arguments, is remembered for every night by whoever works.
    """

    def register(work: Work) -> Work:
        _kinds[kind] = Kind(work, talks_outside, nightly)
        return work

    return register


def later(
    kind: str, *, due_at: datetime | None = None, dedupe_key: str | None = None, **arguments: Any
) -> None:
    """Remember to do ``kind`` with ``arguments`` (JSON values), as part of this transaction.

    A second job with the same ``dedupe_key`` is silently left out.
    """
    of_this = postgresql_insert if db.engine.dialect.name == "postgresql" else sqlite_insert
    row = of_this(Job).values(_new(kind, arguments, dedupe_key=dedupe_key, due_at=due_at))
    db.session.execute(row.on_conflict_do_nothing(index_elements=["dedupe_key"]))


def later_each(kind: str, each: Iterable[Mapping[str, Any]]) -> None:
    """Remember to do ``kind`` once with each of these arguments, in one trip."""
    if rows := [_new(kind, arguments) for arguments in each]:
        db.session.execute(insert(Job), rows)


def _new(
    kind: str,
    arguments: Mapping[str, Any],
    *,
    dedupe_key: str | None = None,
    due_at: datetime | None = None,
) -> dict[str, Any]:
    return {
        "kind": kind,
        "arguments": dict(arguments),
        "dedupe_key": dedupe_key,
        "due_at": due_at or clock.now(),
        "attempts": 0,
        "last_error": "",
    }


def work_off(limit: int = 100) -> int:
    """Do at most ``limit`` jobs that are due; return how many were tried."""
    tried = 0
    while tried < limit and (lease := _take()) is not None:
        tried += 1
        _run(lease)
    return tried


def work_forever(is_told_to_stop: Callable[[], bool]) -> None:
    """Do jobs as they come due; once told to stop, finish the job in hand and return."""
    tidy_at = clock.now()
    while not is_told_to_stop():
        try:
            with current_app.app_context():  # nothing of one job is left for the next
                if clock.now() >= tidy_at:
                    forget_done()
                    plan_night()
                    tidy_at = clock.now() + timedelta(hours=1)
                if not work_off(limit=1):
                    time.sleep(IDLE)
        except OperationalError as error:
            log.error("the database does not answer: %s", error.orig)
            time.sleep(AWAY)


def plan_night() -> None:
    """Remember the work of the coming night, each kind once; a second time changes nothing."""
    tomorrow = clock.today() + timedelta(days=1)
    due_at = datetime.combine(tomorrow, AT_NIGHT, tzinfo=clock.AMSTERDAM)
    with transaction():
        for name, kind in _kinds.items():
            if kind.nightly:
                later(name, due_at=due_at, dedupe_key=f"{name} {tomorrow}")


def revive(job_id: int) -> bool:
    """Give a job that was given up as many tries again; return whether there was such a job."""
    with transaction():
        found = db.session.get(Job, job_id)
        if found is None or found.dead_at is None:
            return False
        try_anew(found)
        return True


def try_anew(found: Job) -> None:
    """Give a job that was given up as many tries again, beginning now."""
    found.dead_at, found.leased_until = None, None
    found.attempts, found.due_at = 0, clock.now()


def waits_since() -> datetime | None:
    """Return since when the job waits that is longest due and that no worker has in hand."""
    return db.session.scalar(select(func.min(Job.due_at)).where(_is_due()))


def forget_done() -> int:
    """Delete the jobs that were done longer than ``KEPT`` ago; return how many."""
    with transaction():
        old = delete(Job).where(Job.done_at < clock.now() - KEPT)
        return int(db.session.connection().execute(old).rowcount)


def _take() -> Lease | None:
    """Lease the job that is longest due, so that no other worker does it."""
    db.session.rollback()
    if db.session.scalar(select(Job.id).where(_is_due()).limit(1)) is None:
        db.session.rollback()  # a look takes no lock, so that an idle worker is in nobody's way
        return None
    with transaction():
        due = select(Job).where(_is_due()).order_by(Job.due_at, Job.id).limit(1)
        found = db.session.scalar(due.with_for_update(skip_locked=True))
        if found is None:
            return None
        found.leased_until = clock.now() + LEASE
        found.attempts += 1
        return Lease(found.id, found.attempts)


def _is_due() -> ColumnElement[bool]:
    now = clock.now()
    return and_(
        Job.done_at.is_(None),
        Job.dead_at.is_(None),
        Job.due_at <= now,
        or_(Job.leased_until.is_(None), Job.leased_until < now),
    )


def _run(lease: Lease) -> None:
    try:
        _do(lease)
    except LeaseLost:
        log.warning("job %s was taken over by another worker", lease.job_id)
    except Exception as error:
        log.exception("job %s failed", lease.job_id)
        with transaction():
            _try_again(lease, error)


def _do(lease: Lease) -> None:
    if lease.attempt > TRIES:
        raise GiveUp("no worker survived it")
    with transaction():
        found = _held(lease)
        kind, arguments = _kinds[found.kind], dict(found.arguments)
        if not kind.talks_outside:
            kind.work(**arguments)
            _tick_off(lease)
            return
    kind.work(**arguments)
    with transaction():
        _tick_off(lease)


def _held(lease: Lease) -> Job:
    """Return the job, locked against other workers for as long as the transaction lives."""
    held = select(Job).where(Job.id == lease.job_id, Job.attempts == lease.attempt)
    found = db.session.scalar(held.with_for_update())
    if found is None:
        raise LeaseLost
    return found


def _tick_off(lease: Lease) -> None:
    _held(lease).done_at = clock.now()


def _try_again(lease: Lease, error: Exception) -> None:
    """Plan the next try, unless another worker is at it already or there is no point."""
    found, now = db.session.get_one(Job, lease.job_id), clock.now()
    if found.attempts != lease.attempt:
        return
    found.last_error = ADDRESS.sub("...", f"{type(error).__name__}: {error}")[:500]
    if isinstance(error, GiveUp) or found.attempts >= TRIES:
        found.dead_at = now
        return
    found.leased_until = None
    found.due_at = now + wait_after(found.attempts) * random.uniform(0.8, 1.2)  # noqa: S311 -- spreads retries, no secret


def wait_after(attempts: int) -> timedelta:
    """Return how long to wait after so many tries: twice as long each time, up to a limit."""
    return min(FIRST_WAIT * (1 << (attempts - 1)), LONGEST_WAIT)
