"""The files of photos: one folder for all of them, shared by every process of the portal.

They are written before the row that names them is kept, and taken away after it is gone: a
photo that is known always has its files. What a broken-off request leaves is swept up later.
"""

import hashlib
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from flask import current_app

from app.core import clock, tokens
from app.core.pictures import WIDTHS, Picture

LEFT_ALONE = timedelta(days=1)  # so long a file without a photo may belong to one that is coming


def name_for(initiative_id: int, picture: Picture) -> str:
    """Return the name of a picture at a plan: the same picture at the same plan has the same."""
    return hashlib.sha256(f"{initiative_id}:{picture.fingerprint}".encode()).hexdigest()


def keep(name: str, picture: Picture) -> None:
    """Write the files of a picture; each is there as a whole or not at all."""
    for width, content in picture.files.items():
        path = path_of(name, width)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{tokens.secret()}.half")
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)


def forget(name: str) -> None:
    """Take the files of a picture away; those that are gone already do not matter."""
    for width in WIDTHS:
        path_of(name, width).unlink(missing_ok=True)


def path_of(name: str, width: int) -> Path:
    """Return where the file of a picture is, by one of ``WIDTHS``."""
    return _folder() / name[:2] / f"{name}-{width}.webp"


def old_names() -> Iterator[tuple[Path, str]]:
    """Give every file that was not written today, with the name of its picture."""
    yesterday = clock.now() - LEFT_ALONE
    for path in _folder().glob("*/*"):
        if path.stat().st_mtime < yesterday.timestamp():
            yield path, path.name.partition("-")[0]


def _folder() -> Path:
    return Path(current_app.config["PHOTOS_FOLDER"])
