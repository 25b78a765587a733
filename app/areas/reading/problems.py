"""Mistakes in a file: which file, which line, which field, and why, for whoever has to mend it."""

from dataclasses import dataclass
from pathlib import Path

from flask_babel import gettext as _

from app.core.errors import Refused

MOST = 20  # mistakes are told; more of them rarely say more


@dataclass(frozen=True)
class Source:
    """A place in a file. ``line`` is 0 when the whole file is meant."""

    path: Path
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else str(self.path)


@dataclass(frozen=True)
class Problem:
    """A mistake: what is wrong with ``field`` at ``source``, in words."""

    source: Source
    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.field}: {self.reason}"


class BadFiles(Refused):
    """The files cannot be loaded. ``problems`` has every mistake that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(_("De bestanden kloppen niet. Er is niets geladen."))
        self.problems = problems


class Problems:
    """The mistakes found so far. Reading goes on, to find them all, until there are too many."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, source: Source, field: str, reason: str) -> None:
        """Write down a mistake; raises ``BadFiles`` when this is the last one to be told."""
        self.found.append(Problem(source, field, reason))
        if len(self.found) >= MOST:
            self.stop()

    def stop(self) -> None:
        """Raise ``BadFiles`` when there is a mistake."""
        if self.found:
            raise BadFiles(self.found)
