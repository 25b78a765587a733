"""Take in a plan that was written on a phone without internet: once, however often it is sent."""

from collections.abc import Collection, Sequence

from flask_babel import gettext as _

from app.accounts.models import Visitor
from app.audit.service import record
from app.core import tokens
from app.core.db import db
from app.core.errors import NotFound
from app.core.pictures import Picture
from app.core.turns import take_turn
from app.initiatives import queries
from app.initiatives.lifecycle import State
from app.initiatives.models import Registration
from app.initiatives.photos import Photo
from app.initiatives.service.drafts import Answers, keep_answers, start
from app.initiatives.service.photos import add_photo_to_draft, remove_photo_from_draft

SOMEBODY = Visitor()  # a phone that sends by itself says nothing about who holds it


def take_from_phone(
    key: str, answers: Sequence[Answers], photos: Collection[str] = ()
) -> Registration:
    """Keep ``answers`` as a draft that ``key`` opens, and return it.

    ``key`` was made up by the phone. When it comes a second time, since the answer got lost, newer
    answers replace those of the phone, unless somebody went on with the draft in the mean time.
    ``photos`` are the keys of the photos that belong to it: one that came before and is not among
    them was taken away on the phone.

    Raises ``Refused`` for a neighbourhood that cannot be chosen.
    """
    registration = _known(key)
    if registration is None:
        registration = _begin(key)
    elif _was_taken_up(registration):
        return registration
    for part in answers:
        keep_answers(registration, part, by=SOMEBODY)
    for photo in queries.photos_of(registration.initiative):
        if photo.phone_key and photo.phone_key not in photos:
            remove_photo_from_draft(registration, photo, by=SOMEBODY)
    registration.phone_version = registration.initiative.version
    db.session.flush()
    return registration


def take_photo_from_phone(key: str, photo_key: str, picture: Picture, alt: str) -> None:
    """Add a photo to the draft that ``key`` opens; a second time with ``photo_key`` only renews ``alt``.

    The phone made ``photo_key`` from what is in the photo. A draft that somebody went on with stays
    as it is. Raises ``NotFound`` when there is no such draft, ``Refused`` when it is full.
    """
    registration = _known(key)
    if registration is None:
        raise NotFound(_("We kunnen je concept niet vinden. Misschien heb je het al ingestuurd."))
    if _was_taken_up(registration):
        return
    photo = queries.photo_from_phone(registration.initiative, photo_key)
    if photo is None:
        add_photo_to_draft(registration, picture, alt, by=SOMEBODY, phone_key=photo_key)
    elif photo.alt != alt:
        _describe(photo, alt)


def _known(key: str) -> Registration | None:
    """Return what came with ``key`` before; nobody else changes it until this transaction ends."""
    take_turn(f"phone {tokens.fingerprint(key)}")
    return queries.registration_from_phone(key)


def _begin(key: str) -> Registration:
    registration, _secret = start(by=SOMEBODY)
    registration.fingerprint = registration.phone_key = tokens.fingerprint(key)
    return registration


def _was_taken_up(registration: Registration) -> bool:
    initiative = registration.initiative
    return initiative.state != State.DRAFT or initiative.version != registration.phone_version


def _describe(photo: Photo, alt: str) -> None:
    photo.alt = alt
    record(SOMEBODY, "photos.describe", photo)
