"""The shelf: tiles as files in a folder that every process of the portal shares.

A file is there as a whole or not at all, and may go at any moment: whoever reads is ready for
that. Nothing on it is worth a backup.
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from app.areas.tiles.grid import Tile
from app.core import clock, tokens

FRESH = timedelta(days=30)  # the map of the country changes a few times a year
KEPT = timedelta(days=180)  # an old tile is better than none while the tile server is away
STEP = 10  # tidied when a tenth of the space was written since the last time
HALF = timedelta(hours=1)  # so long a file may still be being written
ROOM = 0.9  # of the space is left in use, so that not every new tile needs tidying


class Found(NamedTuple):
    """A tile on the shelf."""

    content: bytes
    is_fresh: bool


class Shelf:
    """Keeps about ``space`` bytes of tiles in ``folder``; the oldest make room for new ones."""

    def __init__(self, folder: Path, space: int) -> None:
        self._folder, self._space = folder, space
        self._written = space  # since it was tidied; a new process tidies first
        self._lock = Lock()

    def find(self, tile: Tile) -> Found | None:
        """Return a tile when it is there."""
        path = self._path(tile)
        try:
            content, written_at = path.read_bytes(), path.stat().st_mtime
        except OSError:
            return None
        return Found(content, clock.now().timestamp() - written_at < FRESH.total_seconds())

    def keep(self, tile: Tile, content: bytes) -> None:
        """Put a tile on the shelf. Raises ``OSError`` when the disk is full or not to be written."""
        path = self._path(tile)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{tokens.secret()}.half")
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
        if self._is_time_to_tidy(len(content)):
            self.tidy()

    def tidy(self) -> None:
        """Take away what is too old, and the oldest of what is too much; safe beside others."""
        files = sorted(self._files(), reverse=True)  # the newest first
        oldest, used = (clock.now() - KEPT).timestamp(), 0
        too_much = sum(size for _, size, _ in files) > self._space
        for written_at, size, path in files:
            used += size
            if written_at < oldest or (too_much and used > self._space * ROOM):
                path.unlink(missing_ok=True)

    def _is_time_to_tidy(self, more: int) -> bool:
        with self._lock:
            self._written += more
            if self._written < self._space / STEP:
                return False
            self._written = 0
            return True

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """Give moment, size and path of all files but those that are being written."""
        recently = (clock.now() - HALF).timestamp()
        for path in self._folder.glob("*/*/*"):
            try:
                known = path.stat()
            except FileNotFoundError:
                continue
            if path.suffix != ".half" or known.st_mtime < recently:
                yield known.st_mtime, known.st_size, path

    def _path(self, tile: Tile) -> Path:
        return self._folder / str(tile.zoom) / str(tile.column) / str(tile.row)
