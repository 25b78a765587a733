"""Which way a backup goes for which database."""

from pathlib import Path
from typing import Protocol

from app.backup import postgresql, sqlite
from app.core.db import db


class Way(Protocol):
    """What the module of each database has."""

    NAME: str

    def dump(self, path: Path) -> None:
        """Write the database of one moment to a file."""

    def is_empty(self) -> bool:
        """Tell whether there is nothing that could be lost."""

    def load(self, path: Path) -> None:
        """Put the database in a file in the place of what is there."""


WAYS: dict[str, Way] = {"sqlite": sqlite, "postgresql": postgresql}


def kind() -> str:
    """Return ``sqlite`` or ``postgresql``: the database of this portal."""
    return db.engine.dialect.name


def way() -> Way:
    """Return how the database of this portal is copied."""
    return WAYS[kind()]
