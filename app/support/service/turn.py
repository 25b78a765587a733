"""Take turns: who changes a request sees it as it is now, and nobody else changes it meanwhile."""

from collections.abc import Collection

from sqlalchemy import select

from app.audit.service import take_step
from app.core.db import db
from app.support import queries
from app.support.lifecycle import LIFE
from app.support.models import SupportRequest


def take_turn(request: SupportRequest) -> None:
    """Wait until no other transaction works on ``request``, then look at it again.

    A request and the money kept for it change together; without a turn somebody could see the
    one from before and the other from after what a colleague did.
    """
    db.session.flush()
    held = select(SupportRequest.id).where(SupportRequest.id == request.id)
    db.session.execute(held.with_for_update())
    db.session.expire(request)


def take_turns(numbers: Collection[int]) -> None:
    """Take the turn of each of these requests, in the order of their numbers: nobody waits in a circle.

    They come with all that is asked of them and their plan when somebody takes them on; a fixed
    number of statements.
    """
    db.session.flush()
    held = (
        select(SupportRequest.id).where(SupportRequest.id.in_(numbers)).order_by(SupportRequest.id)
    )
    db.session.execute(held.with_for_update())
    fresh = queries.with_their_teams(numbers).execution_options(populate_existing=True)
    db.session.scalars(fresh).all()


def expect(request: SupportRequest, step: str) -> None:
    """Raise ``OutOfDate``, naming who was first and when, unless ``step`` can be taken now."""
    if step not in LIFE.possible(request.state):
        take_step(LIFE, request, step, by=None)  # refuses it, in the words of every step
