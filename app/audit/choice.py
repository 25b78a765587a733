"""Which lines of the log somebody wants to read: of one kind, about one thing, by one person."""

from dataclasses import dataclass
from typing import Any, Self

from flask import request
from flask_babel import gettext as _
from sqlalchemy import Select

from app.audit import queries
from app.audit.models import Entry
from app.core.db import LARGEST_NUMBER
from app.core.errors import NotFound
from app.core.text import one_line


@dataclass(frozen=True)
class Choice:
    """What of the log; what is empty or ``None`` narrows nothing. ``who`` is a part of a name."""

    kind: str = ""
    number: int | None = None
    who: str = ""

    @classmethod
    def from_address(cls) -> Self:
        """Return what the address asks for; raises ``NotFound`` for a number that nothing can have."""
        number = request.args.get("nummer", type=int)
        if number is not None and abs(number) > LARGEST_NUMBER:
            raise NotFound(_("Deze pagina bestaat niet."))
        kind, who = (one_line(request.args.get(name)) for name in ("soort", "wie"))
        return cls(kind, number, who)

    @property
    def narrows(self) -> bool:
        """Whether it is not the whole log."""
        return self != Choice()

    @property
    def arguments(self) -> dict[str, Any]:
        """How it stands in an address."""
        return {"soort": self.kind or None, "nummer": self.number, "wie": self.who or None}

    @property
    def lines(self) -> Select[Entry]:
        """The lines, the newest first."""
        return queries.listed(subject_type=self.kind, subject_id=self.number, who=self.who)
