"""Read photos: of one plan, by number, and what a request for a file has to know."""

from collections.abc import Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy import and_, bindparam, select

from app.core.db import LARGEST_NUMBER, db
from app.core.errors import NotFound
from app.core.statements import ask
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo

PHOTOS, PLANS = Photo.__table__.c, Initiative.__table__.c
FILE = (
    select(
        *(PHOTOS.initiative_id, PHOTOS.name, PHOTOS.width),
        and_(PHOTOS.state == TextState.PUBLISHED, PLANS.is_listed == 1),
    )
    .join_from(Photo.__table__, Initiative.__table__, PLANS.id == PHOTOS.initiative_id)
    .where(PHOTOS.id == bindparam("photo"))
)


class FileOfPhoto(NamedTuple):
    """What decides who may have a file of a photo."""

    initiative_id: int
    name: str
    width: int
    is_public: bool


def file_of_photo(photo_id: int) -> FileOfPhoto | None:
    """Return what is known of the file of a photo; one statement."""
    row = ask(FILE, {"photo": min(photo_id, LARGEST_NUMBER)}).one_or_none()
    return FileOfPhoto(*row) if row else None


def photos_of(initiative: Initiative) -> Sequence[Photo]:
    """Return the photos of a plan in the order in which they came."""
    mine = select(Photo).where(Photo.initiative_id == initiative.id)
    return db.session.scalars(mine.order_by(Photo.id)).all()


def photo_from_phone(initiative: Initiative, phone_key: str) -> Photo | None:
    """Return the photo of a plan that a phone sent with ``phone_key``."""
    sent = (Photo.initiative_id == initiative.id) & (Photo.phone_key == phone_key)
    return db.session.scalar(select(Photo).where(sent))


def found_photo(initiative: Initiative, photo_id: int) -> Photo:
    """Return a photo of a plan; raises ``NotFound`` for any other number."""
    photo = db.session.get(Photo, photo_id)
    if photo is None or photo.initiative_id != initiative.id:
        raise NotFound(_("We kunnen deze foto niet vinden. Misschien is hij weggehaald."))
    return photo
