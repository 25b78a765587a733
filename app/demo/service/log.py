"""Take steps in the past: through the same tables of steps, with a line in the log for each."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Generic, TypeVar

from app.audit.models import PORTAL, Entry
from app.core.choices import Choice
from app.core.db import Base
from app.core.lifecycle import Lifecycle
from app.demo.service.rows import Rows

S = TypeVar("S", bound=Choice)


@dataclass
class Subject:
    """A row that the log tells something of: its table and number."""

    table: str
    id: int


@dataclass
class Thing(Subject, Generic[S]):
    """A row that is still being told, with the state it has by now."""

    state: S


class Log:
    """Writes the audit log of the demo."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def begin(self, model: type[Base], life: Lifecycle[S]) -> Thing[S]:
        """Give a thing its number and its first state."""
        return Thing(model.__tablename__, self._rows.number(model), life.initial)

    def step(
        self,
        life: Lifecycle[S],
        thing: Thing[S],
        name: str,
        *,
        at: datetime,
        by: int | None,
        reason: str = "",
    ) -> None:
        """Take a step on a thing; a step that its state does not allow is refused, as always."""
        old, new = life.advance(thing, name)
        self.line(thing, name, at=at, by=by, old=_code(old), new=_code(new), reason=reason)

    def line(
        self,
        thing: Subject,
        happening: str,
        *,
        at: datetime,
        by: int | None,
        old: str = "",
        new: str = "",
        reason: str = "",
    ) -> None:
        """Write down that something happened to a thing."""
        self._rows.add_in_order(
            Entry,
            "at",
            at=at,
            actor_id=by,
            origin=PORTAL,
            action=f"{thing.table}.{happening}",
            subject_type=thing.table,
            subject_id=thing.id,
            old=old,
            new=new,
            reason=reason,
        )


@cache
def _code(choice: Choice) -> str:
    """Return what the database keeps of a state; asked millions of times."""
    return choice.value
