"""Throw a plan away that was never public, with everything that belongs to it."""

from sqlalchemy import delete

from app.accounts.models import Actor
from app.audit.service import record
from app.core.db import db
from app.core.jobs import later
from app.initiatives import queries
from app.initiatives.assisted import AssistedEntry
from app.initiatives.lifecycle import TextState
from app.initiatives.models import (
    Initiative,
    InitiativeVersion,
    Invitation,
    Registration,
    TeamMember,
)
from app.initiatives.photos import Photo
from app.initiatives.signals import withdrawn

PARTS = (AssistedEntry, Registration, InitiativeVersion, Invitation, TeamMember)


def throw_away(initiative: Initiative, *, by: Actor) -> None:
    """Delete a plan that was never public; the log says that it happened, not what it was."""
    record(None, "initiatives.forget", initiative)
    for photo in queries.photos_of(initiative):
        forget_photo(photo, by=by)
    for part in PARTS:
        db.session.execute(delete(part).where(part.initiative_id == initiative.id))
    db.session.delete(initiative)
    db.session.flush()


def forget_photo(photo: Photo, *, by: Actor) -> None:
    """Delete a photo, and afterwards its files; no moderator looks at it any more."""
    if photo.state == TextState.WAITING:
        withdrawn.send(photo, by=by)
    later("initiatives.forget_photo", initiative_id=photo.initiative_id, name=photo.name)
    db.session.delete(photo)
