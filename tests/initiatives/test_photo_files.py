"""The files of photos: written as a whole, found by name, and gone when nothing needs them."""

import os
from datetime import timedelta
from pathlib import Path

from app.core import clock, pictures
from app.initiatives import photo_files
from factories.photos import a_file, drawn

PICTURE = pictures.clean(a_file(picture=drawn(1000, 700)))


def test_a_picture_is_kept_in_every_width_and_without_half_files(app: object) -> None:
    name = photo_files.name_for(1, PICTURE)

    photo_files.keep(name, PICTURE)

    path = photo_files.path_of(name, 480)
    assert path.read_bytes() == PICTURE.files[480]
    assert sorted(one.name for one in path.parent.iterdir()) == sorted(
        f"{name}-{width}.webp" for width in (480, 960, 1600)
    )


def test_the_name_comes_from_the_content_and_the_plan() -> None:
    other = pictures.clean(a_file(picture=drawn(colour="navy")))
    names = [photo_files.name_for(*one) for one in ((1, PICTURE), (2, PICTURE), (1, other))]

    assert len(set(names)) == 3
    assert photo_files.name_for(1, PICTURE) == names[0]


def test_forgetting_takes_every_file_and_may_be_done_twice(app: object) -> None:
    name = photo_files.name_for(7, PICTURE)
    photo_files.keep(name, PICTURE)

    photo_files.forget(name)
    photo_files.forget(name)

    assert not any(photo_files.path_of(name, width).exists() for width in pictures.WIDTHS)


def test_only_files_of_before_today_are_old(app: object) -> None:
    new, old = photo_files.name_for(8, PICTURE), photo_files.name_for(9, PICTURE)
    for name in (new, old):
        photo_files.keep(name, PICTURE)
    _age(photo_files.path_of(old, 480))

    assert [(path.name, name) for path, name in photo_files.old_names()] == [
        (f"{old}-480.webp", old)
    ]
    photo_files.forget(old)
    photo_files.forget(new)


def _age(path: Path) -> None:
    then = (clock.now() - timedelta(days=2)).timestamp()
    os.utime(path, (then, then))
