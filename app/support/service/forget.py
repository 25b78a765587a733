"""Somebody deletes the account: a request that was never sent goes; what was sent is kept by law."""

from sqlalchemy import select

from app.accounts.models import User
from app.core.db import db
from app.initiatives.models import Initiative
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest


def forget_person(person: User) -> None:
    """Delete the requests of ``person`` that are not sent and that no team can go on with."""
    unsent = (
        select(SupportRequest)
        .join(SupportRequest.initiative)
        .where(
            SupportRequest.author_id == person.id,
            SupportRequest.state == RequestState.DRAFT,
            Initiative.owner_id == person.id,
        )
    )
    for request in db.session.scalars(unsent).all():
        db.session.delete(request)
    db.session.flush()
