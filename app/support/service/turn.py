"""Take turns: who changes a request sees it as it is now, and nobody else changes it meanwhile."""

from sqlalchemy import select

from app.audit.service import take_step
from app.core.db import db
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


def expect(request: SupportRequest, step: str) -> None:
    """Raise ``OutOfDate``, naming who was first and when, unless ``step`` can be taken now."""
    if step not in LIFE.possible(request.state):
        take_step(LIFE, request, step, by=None)  # refuses it, in the words of every step
