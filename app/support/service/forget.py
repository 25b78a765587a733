"""Somebody deletes the account: a request that was never sent goes; what was sent is kept by law."""

from sqlalchemy import select, update

from app.accounts.models import ERASED_NAME, User
from app.core.db import db
from app.initiatives.models import Initiative
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.post import Letter


def forget_person(person: User) -> None:
    """Delete the requests of ``person`` that are not sent and that no team can go on with.

    Letters stay with the request that they are about; their name goes, on paper too.
    """
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
    _take_name_from_letters(person)


def _take_name_from_letters(person: User) -> None:
    written = select(SupportRequest.id).where(SupportRequest.author_id == person.id)
    to_them = update(Letter).where(Letter.request_id.in_(written))
    db.session.execute(to_them.values(addressee=[ERASED_NAME]))
    by_them = update(Letter).where(Letter.signed_by_id == person.id)
    db.session.execute(by_them.values(signed_by=ERASED_NAME))
