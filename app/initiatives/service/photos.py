"""Photos of a plan: add one, say again what is on it, take it away, and publish them with the plan.

Before a plan is public its photos are looked at together with it; after that each on its own.
"""

from datetime import datetime, time, timedelta

from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.models import Actor, User
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import db
from app.core.errors import Refused
from app.core.jobs import later
from app.core.permissions import authorize
from app.core.pictures import Picture
from app.initiatives import photo_files, queries, rules
from app.initiatives.lifecycle import PUBLIC, TEXT_LIFE, TextState
from app.initiatives.models import Initiative, Registration
from app.initiatives.photos import Photo
from app.initiatives.service.drafts import lengthen, open_draft
from app.initiatives.signals import waiting_for_review, withdrawn

MOST = 3  # at a plan


def add_photo(initiative: Initiative, picture: Picture, alt: str, *, by: User) -> Photo | None:
    """Add a photo to a plan of one's own and return it; a second time the same picture changes nothing.

    At a public plan it waits for a moderator. Raises ``Refused`` when there are three already.
    """
    authorize(by, rules.edit, initiative)
    photo = _add(initiative, picture, alt, by=by)
    if photo is not None and initiative.state in PUBLIC:
        _announce(photo, by=by)
    return photo


def add_photo_to_draft(
    registration: Registration,
    picture: Picture,
    alt: str,
    *,
    by: Actor,
    phone_key: str | None = None,
) -> None:
    """Add a photo to the draft of this browser, like ``add_photo``; a phone gives it a key."""
    photo = _add(open_draft(registration, by), picture, alt, by=by)
    if photo is not None:
        photo.phone_key = phone_key
        photo.author_id = (
            None if registration.writer_id else by.id
        )  # the resident's, not the writer's
    lengthen(registration)


def describe_photo(photo: Photo, alt: str, *, by: User) -> None:
    """Say again what is on a photo; one that a moderator gave back is sent in again."""
    authorize(by, rules.edit, photo.initiative)
    is_public = photo.initiative.state in PUBLIC
    if is_public:
        take_step(TEXT_LIFE, photo, "resubmit", by=by)
    photo.alt = alt
    record(by, "photos.describe", photo)
    if is_public:
        _announce(photo, by=by)


def remove_photo(photo: Photo, *, by: User) -> None:
    """Take a photo away from a plan of one's own, at any time; its files go as well."""
    authorize(by, rules.run_it, photo.initiative)
    if photo.state == TextState.WAITING and photo.initiative.state in PUBLIC:
        withdrawn.send(photo, by=by)
    _remove(photo, by=by)


def remove_photo_from_draft(registration: Registration, photo: Photo, *, by: Actor) -> None:
    """Take a photo away from the draft of this browser."""
    open_draft(registration, by)
    _remove(photo, by=by)


def sign_photos(initiative: Initiative, *, by: User) -> None:
    """Make ``by`` the author of what a visitor added before there was an account."""
    for photo in queries.photos_of(initiative):
        photo.author_id = photo.author_id or by.id


def publish_photos(initiative: Initiative, *, by: User) -> None:
    """Publish the photos that came with a plan, once a moderator saw them there."""
    for photo in queries.photos_of(initiative):
        if photo.state == TextState.WAITING:
            take_step(TEXT_LIFE, photo, "publish", by=by)


def _add(initiative: Initiative, picture: Picture, alt: str, *, by: Actor) -> Photo | None:
    """Return the new photo, with its files written; nothing when it is there already."""
    _wait_for_turn(initiative)
    name, known = photo_files.name_for(initiative.id, picture), queries.photos_of(initiative)
    if any(photo.name == name for photo in known):
        return None
    if len(known) >= MOST:
        raise Refused(_("Er staan al 3 foto's bij je plan. Haal er eerst een weg."), field="file")
    photo = Photo(
        initiative=initiative,
        author_id=by.id,
        name=name,
        alt=alt,
        width=picture.width,
        height=picture.height,
    )
    db.session.add(photo)
    record(by, "photos.add", photo)
    photo_files.keep(name, picture)
    _sweep_tonight()
    return photo


def _remove(photo: Photo, *, by: Actor) -> None:
    record(by, "photos.remove", photo)
    later("initiatives.forget_photo", initiative_id=photo.initiative_id, name=photo.name)
    db.session.delete(photo)
    db.session.flush()


def _wait_for_turn(initiative: Initiative) -> None:
    """Let one at a time change which photos a plan has: there are never four of them."""
    one = select(Initiative.id).where(Initiative.id == initiative.id)
    db.session.execute(one.with_for_update())


def _sweep_tonight() -> None:
    """Remember to look for files without a photo, once a night."""
    tomorrow = clock.today() + timedelta(days=1)
    due_at = datetime.combine(tomorrow, time(3), tzinfo=clock.AMSTERDAM)
    later("initiatives.sweep_photos", due_at=due_at, dedupe_key=f"sweep photos {tomorrow}")


def _announce(photo: Photo, *, by: User) -> None:
    waiting_for_review.send(
        photo,
        title=photo.initiative.title,
        text=photo.alt,
        author=by,
        district_id=photo.initiative.district_id,
        is_appeal=False,
    )
