"""Jobs: work for later, remembered in the transaction that asked for it.

A row of ``jobs`` is the truth. A worker leases a row, does the work and ticks it off in one
transaction; when it dies in the middle the lease runs out and another worker tries again.
So a job runs at least once: what it does must be safe to run twice.
"""

import logging
import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, or_, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Base, db
from app.core.transaction import transaction

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
TRIES = 12  # with the waits below: about three days
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=12)
IDLE = 1.0  # seconds between two looks at an empty table

Work = Callable[..., None]
_works: dict[str, Work] = {}


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


def job(kind: str) -> Callable[[Work], Work]:
    """Register a function as the work of jobs of ``kind``."""

    def register(work: Work) -> Work:
        _works[kind] = work
        return work

    return register


def later(
    kind: str, *, due_at: datetime | None = None, dedupe_key: str | None = None, **arguments: Any
) -> None:
    """Remember to do ``kind`` with ``arguments`` (JSON values), as part of this transaction.

    A second job with the same ``dedupe_key`` is silently left out.
    """
    insert = postgresql_insert if db.engine.dialect.name == "postgresql" else sqlite_insert
    row = insert(Job).values(
        kind=kind,
        arguments=arguments,
        dedupe_key=dedupe_key,
        due_at=due_at or clock.now(),
        attempts=0,
        last_error="",
    )
    db.session.execute(row.on_conflict_do_nothing(index_elements=["dedupe_key"]))


def work_off(limit: int = 100) -> int:
    """Do at most ``limit`` jobs that are due; return how many were tried."""
    tried = 0
    while tried < limit and (job_id := _lease()) is not None:
        tried += 1
        _run(job_id)
    return tried


def work_forever() -> None:
    """Do jobs as they come due, until the process is told to stop."""
    while True:
        if not work_off():
            time.sleep(IDLE)


def _lease() -> int | None:
    """Take the job that is longest due, so that no other worker does."""
    now = clock.now()
    due = (
        select(Job)
        .where(Job.done_at.is_(None), Job.dead_at.is_(None), Job.due_at <= now)
        .where(or_(Job.leased_until.is_(None), Job.leased_until < now))
        .order_by(Job.due_at, Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    with transaction():
        found = db.session.scalar(due)
        if found is None:
            return None
        found.leased_until = now + LEASE
        found.attempts += 1
        return found.id


def _run(job_id: int) -> None:
    try:
        with transaction():
            found = db.session.get_one(Job, job_id)
            _works[found.kind](**found.arguments)
            found.done_at, found.last_error = clock.now(), ""
    except Exception as error:
        log.exception("job %s failed", job_id)
        with transaction():
            _postpone(db.session.get_one(Job, job_id), error)


def _postpone(found: Job, error: Exception) -> None:
    now = clock.now()
    found.last_error = f"{type(error).__name__}: {error}"[:500]
    if found.attempts >= TRIES:
        found.dead_at = now
        return
    wait = min(FIRST_WAIT * 2 ** (found.attempts - 1), LONGEST_WAIT)
    found.leased_until = None
    found.due_at = now + wait * random.uniform(0.8, 1.2)  # noqa: S311 -- spreads retries, no secret
