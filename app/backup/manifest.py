"""What is in a backup: the moment, the schema, and a checksum of every file and of itself."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from app.backup.errors import NotPossible

NAME = "manifest.json"
FORMAT = 1
PIECE = 1024 * 1024  # bytes that are read at once


@dataclass(frozen=True)
class Manifest:
    """A backup in words. ``files`` gives the SHA-256 of each file by its path in the backup.

    ``database`` is ``sqlite`` or ``postgresql``; ``revision`` is that of the schema.
    """

    format: int
    made_at: str
    database: str
    revision: str
    files: dict[str, str]

    @property
    def moment(self) -> datetime:
        """When the backup was made."""
        return datetime.fromisoformat(self.made_at)


def write(manifest: Manifest, folder: Path) -> None:
    """Write the manifest into ``folder``."""
    said = asdict(manifest)
    path = folder / NAME
    path.write_text(json.dumps({**said, "checksum": _checksum(said)}, indent=1, sort_keys=True))


def read(folder: Path) -> Manifest:
    """Return the manifest of a backup; ``NotPossible`` when it is not there, or was changed."""
    path = folder / NAME
    if not path.is_file():
        raise NotPossible(f"{folder} is no backup: it has no {NAME}.")
    try:
        said = json.loads(path.read_bytes())
        checksum = said.pop("checksum")
        manifest = Manifest(**said)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotPossible(_damaged(path)) from error
    if checksum != _checksum(said):
        raise NotPossible(_damaged(path))
    if manifest.format != FORMAT:
        raise NotPossible(
            f"This backup has format {manifest.format}, and this portal reads {FORMAT}."
            " Restore it with the version of the portal that made it."
        )
    return manifest


def check_files(manifest: Manifest, folder: Path) -> None:
    """Look at every file of a backup; ``NotPossible`` at the first that is not as it was made."""
    for name, checksum in manifest.files.items():
        path = folder / name
        if not path.is_file():
            raise NotPossible(f"{path} is missing. Use another backup.")
        if checksum_of(path) != checksum:
            raise NotPossible(_damaged(path))


def checksum_of(path: Path) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    sum_so_far = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            sum_so_far.update(piece)
    return sum_so_far.hexdigest()


def _checksum(said: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _damaged(path: Path) -> str:
    return f"{path} is not as it was made: it is damaged. Use another backup."
