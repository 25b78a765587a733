"""What has to outlive the database: short lines in files beside it, that are only ever added to.

A backup brings a database back as it was. These files say what happened since that must not be
undone or done again, so they are no part of a backup and stand on another disk than the database.
Each kind of line has a file for each month. A line is there as a whole or it is left out.
"""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from flask import current_app

from app.core import clock

KEPT = timedelta(days=400)  # longer than anybody may keep a backup


def append(kind: str, **facts: str | int) -> None:
    """Add a line to the journal ``kind``; it is on the disk when this returns (some milliseconds).

    Raises ``OSError`` when it cannot be kept.
    """
    now = clock.now()
    line = json.dumps({"at": now.isoformat(), **facts})
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{kind}-{now:%Y-%m}.jsonl"
    is_new = not path.exists()
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, f"\n{line}\n".encode())  # what broke off before is a line of its own
        os.fsync(file)
    finally:
        os.close(file)
    if is_new:
        keep_entry(folder)


def lines(kind: str) -> Iterator[dict[str, str | int]]:
    """Give the whole lines of a journal, the oldest first."""
    for path in sorted(_folder().glob(f"{kind}-*.jsonl")):
        for line in path.read_text(errors="replace").splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                continue  # empty, or broken off by a crash: then it was written again


def is_there() -> bool:
    """Tell whether there is a journal at all."""
    return _folder().is_dir()


def forget_old() -> None:
    """Delete the files that are longer past than ``KEPT``."""
    oldest = f"{clock.now() - KEPT:%Y-%m}"
    for path in _folder().glob("*.jsonl"):
        if path.stem[-len(oldest) :] < oldest:
            path.unlink(missing_ok=True)


def keep_entry(folder: Path) -> None:
    """Write to the disk which files are in ``folder``."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _folder() -> Path:
    return Path(current_app.config["JOURNAL_FOLDER"])
