"""The tree of areas, kept in memory: every page reads it and it changes once a year.

The whole tree is one statement of a few hundred small rows, so asking the database "did it
change?" costs as much as reading it again. That is why there is no version check: a process
reads the tree again when it is a minute old, and at once when it changed an area itself.
Another process may show a new area a minute late, which nobody notices in a yearly update.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from flask import current_app
from sqlalchemy import event, select

from app.areas.models import Area, AreaKind, AreaPart
from app.core.db import db

KEPT = 60.0  # seconds
SLOT = "aanzet-area-tree"  # in app.extensions


@dataclass(frozen=True, slots=True)
class Place:
    """An area as the tree keeps it: without its outline."""

    id: int
    kind: AreaKind
    code: str
    name: str
    official_name: str
    slug: str
    parent_id: int | None
    year: int
    is_retired: bool


class Tree:
    """All areas by id, slug and parent; in the order of their names."""

    def __init__(
        self, places: Iterable[Place], parts: Mapping[int, set[int]], version: str
    ) -> None:
        self.places: Sequence[Place] = sorted(places, key=lambda place: sorting_key(place.name))
        self.by_id = {place.id: place for place in self.places}
        self.by_slug = {place.slug: place for place in self.places}
        self.version = version  # the same as long as no area changed, also in another process
        self._parts = parts

    def of_kind(self, kind: AreaKind) -> list[Place]:
        """Return the areas of ``kind`` that are in use."""
        return [place for place in self.places if place.kind == kind and not place.is_retired]

    def children(self, area_id: int) -> list[Place]:
        """Return what lies directly in an area; of an own area, the neighbourhoods it joins."""
        parts = self._parts.get(area_id, set())
        return [
            place
            for place in self.places
            if not place.is_retired
            and (place.id in parts or (place.parent_id == area_id and place.kind != AreaKind.OWN))
        ]


def tree() -> Tree:
    """Return the tree; costs two statements, once a minute for each process."""
    kept: tuple[float, Tree] | None = current_app.extensions.get(SLOT)
    if kept is None or monotonic() - kept[0] > KEPT:
        kept = (monotonic(), _read())
        current_app.extensions[SLOT] = kept
    return kept[1]


def forget() -> None:
    """Read the tree again at the next question."""
    current_app.extensions.pop(SLOT, None)


def sorting_key(name: str) -> str:
    """Return ``name`` as a register sorts it: capitals and accents do not count."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.casefold()


def _read() -> Tree:
    query = select(
        *(Area.id, Area.kind, Area.code, Area.name, Area.official_name, Area.slug),
        *(Area.parent_id, Area.year, Area.retired_on.is_not(None), Area.changed_at),
    )
    rows: Sequence[Any] = db.session.execute(query).all()
    places = [Place(*row[:-1]) for row in rows]
    newest = max((row.changed_at for row in rows), default="")
    parts: dict[int, set[int]] = {}
    for area_id, neighbourhood_id in db.session.execute(
        select(AreaPart.area_id, AreaPart.neighbourhood_id)
    ):
        parts.setdefault(area_id, set()).add(neighbourhood_id)
    return Tree(places, parts, f"{len(places)} {newest}")


def _changed(*_: object) -> None:
    forget()


for _model in (Area, AreaPart):
    for _happening in ("after_insert", "after_update", "after_delete"):
        event.listen(_model, _happening, _changed)
