"""Photos to play with: files as a phone makes them, and photos that stand at a plan already."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from app.accounts.models import User
from app.core import pictures
from app.core.db import db
from app.core.pictures import Picture
from app.initiatives import photo_files
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo


def drawn(width: int = 800, height: int = 600, *, colour: str = "seagreen") -> Image.Image:
    """Return a picture with a red corner on the left at the top, to see how it was turned."""
    picture = Image.new("RGB", (width, height), colour)
    ImageDraw.Draw(picture).rectangle((0, 0, width // 3, height // 3), fill="red")
    return picture


def a_file(kind: str = "JPEG", picture: Image.Image | None = None, **options: Any) -> bytes:
    """Return the bytes of a picture in a format."""
    file = BytesIO()
    (picture or drawn()).save(file, kind, **options)
    return file.getvalue()


def a_picture(colour: str = "seagreen") -> Picture:
    """Return a clean picture."""
    return pictures.clean(a_file(picture=drawn(colour=colour)))


def has_files(name: str) -> bool:
    """Tell whether the files of a photo are there."""
    return photo_files.path_of(name, 480).exists()


def a_photo(
    initiative: Initiative,
    author: User | None = None,
    *,
    state: TextState = TextState.PUBLISHED,
    alt: str = "Drie mensen zetten planten in een bak",
    colour: str = "seagreen",
) -> Photo:
    """Return a photo at a plan, with its files."""
    picture = a_picture(colour)
    photo = Photo(
        initiative=initiative,
        author=author or initiative.owner,
        name=photo_files.name_for(initiative.id, picture),
        alt=alt,
        width=picture.width,
        height=picture.height,
        state=state,
    )
    photo_files.keep(photo.name, picture)
    db.session.add(photo)
    db.session.flush()
    return photo
