"""The worker, a look at the jobs that were given up, and a key for notifications on phones."""

import logging
import signal
from types import FrameType

import click
from flask import Blueprint
from sqlalchemy import select

from app.core import jobs
from app.core.db import db
from app.core.jobs import Job
from app.notifications import push

log = logging.getLogger(__name__)
bp = Blueprint("work", __name__, cli_group=None)


class StopSign:
    """Remembers that the process was told to stop."""

    def __init__(self) -> None:
        self.is_shown = False

    def show(self, number: int, _frame: FrameType | None) -> None:
        """React to a signal: nothing is broken off, the job in hand is finished."""
        log.info("%s: the worker stops after this job", signal.Signals(number).name)
        self.is_shown = True


@bp.cli.command("worker")
def worker() -> None:
    """Do the jobs of the portal (mail, reminders) until told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    sign = StopSign()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, sign.show)
    log.info("the worker begins")
    jobs.work_forever(lambda: sign.is_shown)
    log.info("the worker stopped")


@bp.cli.group("jobs")
def jobs_group() -> None:
    """Look at the jobs of the portal."""


@jobs_group.command("dead")
def dead() -> None:
    """Print the jobs that were given up: number, moment, kind and error, separated by tabs."""
    given_up = select(Job).where(Job.dead_at.is_not(None)).order_by(Job.id)
    for job in db.session.scalars(given_up):
        moment = job.dead_at.isoformat(timespec="seconds") if job.dead_at else ""
        click.echo("\t".join([str(job.id), moment, job.kind, job.last_error]))


@jobs_group.command("retry")
@click.argument("job_id", type=int)
def retry(job_id: int) -> None:
    """Give a job that was given up another chance."""
    if not jobs.revive(job_id):
        raise click.BadParameter("no job with this number was given up", param_hint="JOB_ID")
    click.echo(f"job {job_id} is tried again")


@bp.cli.group("push")
def push_group() -> None:
    """Notifications on phones."""


@push_group.command("key")
def key() -> None:
    """Print a new key as a setting; the public half follows from it."""
    click.echo(f"AANZET_PUSH_KEY={push.new_key()}")
