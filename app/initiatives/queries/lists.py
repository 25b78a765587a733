"""What somebody runs."""

from collections.abc import Sequence

from sqlalchemy import select

from app.accounts.models import Actor
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.queries.visible import run_by


def of_person(actor: Actor, *, limit: int = 50) -> Sequence[Initiative]:
    """Return the plans that ``actor`` leads or helps to run, newest first; drafts too."""
    mine = select(Initiative).where(run_by(actor), Initiative.state != State.ARCHIVED)
    return db.session.scalars(mine.order_by(Initiative.id.desc()).limit(limit)).all()
