"""Work for later: forget drafts that nobody finished, and files that no photo needs."""

from sqlalchemy import delete, select

from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.jobs import job, later
from app.initiatives import photo_files, queries, staff_messages
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, Registration
from app.initiatives.photos import Photo


@job("initiatives.forget_draft")
def forget_draft(registration_id: int) -> None:
    """Delete a draft two weeks after its last answer; wait again while it is being written.

    Of a plan that was sent in only the way back to the draft is forgotten. Who wrote it for a
    resident, who did not agree in time, hears that it is gone.
    """
    registration = db.session.get(Registration, registration_id)
    if registration is None:
        return
    if registration.expires_at > clock.now():
        due_at = registration.expires_at
        later("initiatives.forget_draft", due_at=due_at, registration_id=registration_id)
        return
    initiative = registration.initiative
    entry = queries.entry_of(initiative.id)
    db.session.execute(delete(Registration).where(Registration.id == registration_id))
    if initiative.state == State.DRAFT:
        record(None, "initiatives.forget", initiative)
        if entry is not None:
            staff_messages.lapsed(entry)
            db.session.delete(entry)
        _forget_photos(initiative)
        db.session.delete(initiative)
    db.session.flush()


@job("initiatives.forget_photo")
def forget_photo(initiative_id: int, name: str) -> None:
    """Delete the files of a photo that was taken away, unless it was added again since."""
    plan = select(Initiative.id).where(Initiative.id == initiative_id)
    db.session.execute(plan.with_for_update())  # nobody adds it at this very moment
    again = select(Photo.id).where(Photo.initiative_id == initiative_id, Photo.name == name)
    if db.session.scalar(again) is None:
        photo_files.forget(name)


@job("initiatives.sweep_photos", talks_outside=True)
def sweep_photos() -> None:
    """Delete the files of yesterday and before that no photo needs: of requests that broke off."""
    needed = set(db.session.scalars(select(Photo.name)))
    db.session.rollback()
    for path, name in photo_files.old_names():
        if name not in needed:
            path.unlink(missing_ok=True)


def _forget_photos(initiative: Initiative) -> None:
    """Delete the photos of a draft, and afterwards their files."""
    gone = delete(Photo).where(Photo.initiative_id == initiative.id).returning(Photo.name)
    for name in db.session.scalars(gone).all():
        later("initiatives.forget_photo", initiative_id=initiative.id, name=name)
