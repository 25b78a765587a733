"""The files of photos in a backup. They are named after their content, and never change."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from flask import current_app

NAME = "photos"
HALF = ".half"  # the end of a file that is being written


def collect(backup: Path) -> None:
    """Copy the photos that are not in ``backup`` yet."""
    for path in _whole(_folder()):
        target = backup / NAME / path.relative_to(_folder())
        if not target.exists():
            _copy(path, target)


def is_empty() -> bool:
    """Tell whether there are no photos."""
    return next(_whole(_folder()), None) is None


def put_back(backup: Path, names: Iterable[str]) -> None:
    """Copy the files of ``backup`` that are photos to where they belong.

    Other photos that are there stay: the portal itself sweeps up what no plan needs.
    """
    for name in names:
        if name.startswith(f"{NAME}/"):
            _copy(backup / name, _folder() / Path(name).relative_to(NAME))


def _copy(source: Path, target: Path) -> None:
    """Copy a file, as a whole or not at all; one that is taken away meanwhile does not matter."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}{HALF}")
    try:
        shutil.copyfile(source, half)
    except FileNotFoundError:
        return
    with half.open("rb+") as file:
        os.fsync(file.fileno())
    half.replace(target)


def _whole(folder: Path) -> Iterator[Path]:
    """Give every file below ``folder`` that is not half."""
    return (path for path in sorted(folder.glob("*/*")) if path.suffix != HALF)


def _folder() -> Path:
    return Path(current_app.config["PHOTOS_FOLDER"])
