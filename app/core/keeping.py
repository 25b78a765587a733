"""What a room keeps of a person, listed by the room itself; the page of wiring puts the lists together.

With these lists the portal tells a person what it keeps, gives a copy of all of it, and says
beforehand what becomes of it with the account.
``tests/architecture/test_personal_data.py`` finds what no room lists.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from flask import Flask, current_app
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, or_
from sqlalchemy.orm import InstrumentedAttribute

EXTENSION = "keeping"


class Fate(StrEnum):
    """What becomes of a thing when the person it is kept of deletes the account."""

    GOES = "goes"
    NAMELESS = "nameless"  # it stays, and leads to nobody any more
    BY_LAW = "by_law"  # it stays as it is until its term is over


ONE_YEAR = _l("Een jaar.")
WITH_SITE = _l("Zolang deze site er is.")


class Person(Protocol):
    """Somebody with an account."""

    @property
    def id(self) -> int: ...

    @property
    def email(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One kind of thing that is kept of a person.

    ``told`` selects what a copy tells of it, with names as in the copy. A row is theirs when one
    of ``points`` holds their number, or one of ``addresses`` their address. ``name`` and ``term``
    say what it is, and for how long it is kept; kinds with the same name are one for a reader.
    """

    code: str
    name: LazyString
    term: LazyString
    fate: Fate
    told: Select[*tuple[Any, ...]]
    points: tuple[InstrumentedAttribute[Any], ...] = ()
    addresses: tuple[InstrumentedAttribute[str], ...] = ()

    def of(self, person: Person) -> Select[*tuple[Any, ...]]:
        """Select what is kept of ``person``."""
        pointing = [column == person.id for column in self.points]
        addressed = [column == person.email for column in self.addresses]
        return self.told.where(or_(*pointing, *addressed))


def open_keeping(app: Flask, rooms: Iterable[Iterable[Kept]]) -> None:
    """Let ``app`` know what each room keeps of a person."""
    app.extensions[EXTENSION] = tuple(kept for room in rooms for kept in room)


def everything_kept() -> tuple[Kept, ...]:
    """Return every kind of thing that this portal keeps of a person."""
    kept: tuple[Kept, ...] = current_app.extensions[EXTENSION]
    return kept
