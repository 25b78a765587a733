"""Work for later: forget drafts that nobody finished."""

from sqlalchemy import delete

from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.jobs import job, later
from app.initiatives.lifecycle import State
from app.initiatives.models import Registration


@job("initiatives.forget_draft")
def forget_draft(registration_id: int) -> None:
    """Delete a draft two weeks after its last answer; wait again while it is being written.

    Of a plan that was sent in only the way back to the draft is forgotten.
    """
    registration = db.session.get(Registration, registration_id)
    if registration is None:
        return
    if registration.expires_at > clock.now():
        due_at = registration.expires_at
        later("initiatives.forget_draft", due_at=due_at, registration_id=registration_id)
        return
    initiative = registration.initiative
    db.session.execute(delete(Registration).where(Registration.id == registration_id))
    if initiative.state == State.DRAFT:
        record(None, "initiatives.forget", initiative)
        db.session.delete(initiative)
    db.session.flush()
