"""What other rooms ask about areas. Answers come from the tree in memory unless they say else."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import bindparam, select

from app.areas import outlines
from app.areas.catalogue import SHOWN, Figure
from app.areas.models import AreaKind, KeyFigure, Postcode
from app.areas.tree import Place, sorting_key, tree
from app.core.db import db
from app.core.inquiries import Inquiry

PC6 = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
PC4 = re.compile(r"[1-9][0-9]{3}")
ADDRESS = re.compile(r"([1-9][0-9]{3}\s?(?:[A-Za-z]{2})?)(?:[\s,]+([0-9]{1,5})\b.*)?")
LITTLE_WORDS = {"de", "het", "een", "in", "buurt", "wijk"}  # say nothing about which one
KNOWN = KeyFigure.__table__.c
FIGURES = (
    select(KNOWN.name, KNOWN.value, KNOWN.year)
    .where(KNOWN.area_id == bindparam("area"))
    .order_by(KNOWN.year)
)
Choices = list[tuple[int, str]]


class HasId(Protocol):
    """An area: a ``Place`` of the tree or an ``Area`` of the database."""

    @property
    def id(self) -> int: ...


def municipality() -> Place | None:
    """Return the municipality of this portal; ``None`` as long as no areas were loaded."""
    return min(tree().of_kind(AreaKind.MUNICIPALITY), key=lambda place: place.id, default=None)


def districts() -> list[Place]:
    """Return the districts in use, by name."""
    return tree().of_kind(AreaKind.DISTRICT)


def neighbourhoods() -> list[Place]:
    """Return the neighbourhoods in use, by name."""
    return tree().of_kind(AreaKind.NEIGHBOURHOOD)


def own_areas() -> list[Place]:
    """Return the areas that the municipality defined itself, by name."""
    return tree().of_kind(AreaKind.OWN)


def by_id(area_id: int) -> Place | None:
    """Return an area, also one that is no longer in use."""
    return tree().by_id.get(area_id)


def names(*area_ids: int) -> str:
    """Return the names of areas as one line, each name once: ``Molenbuurt, Noord``."""
    known = tree().by_id
    return ", ".join(dict.fromkeys(known[one].name for one in area_ids if one in known))


def by_slug(slug: str) -> Place | None:
    """Return the area at a web address, also one that is no longer in use."""
    return tree().by_slug.get(slug)


def by_code(code: str) -> Place | None:
    """Return the area with a code of the CBS, also one that is no longer in use."""
    return next((place for place in tree().places if place.code == code), None)


def children(area: HasId) -> list[Place]:
    """Return what lies directly in ``area``; of an own area, the neighbourhoods it joins."""
    return tree().children(area.id)


def ancestors(area: HasId) -> list[Place]:
    """Return what ``area`` lies in, the nearest first: its district, then the municipality."""
    above: list[Place] = []
    place = tree().by_id.get(area.id)
    while place and place.parent_id and (place := tree().by_id.get(place.parent_id)):
        above.append(place)
    return above


def district_of(neighbourhood: HasId) -> Place | None:
    """Return the district in which a neighbourhood lies."""
    return next((up for up in ancestors(neighbourhood) if up.kind == AreaKind.DISTRICT), None)


def choices() -> dict[str, Choices]:
    """Return the neighbourhoods for a form field, grouped by the name of their district."""
    return {
        label: [(place.id, place.name) for place in children(district)]
        for label, district in _labelled(districts())
    }


def district_choices() -> Choices:
    """Return the districts for a form field."""
    return [(place.id, label) for label, place in _labelled(districts())]


def for_postcode(text: str, house_number: int | None = None) -> list[Place]:
    """Return the neighbourhoods of a postcode; one statement.

    ``2625 AB`` (any spacing and case) has one, or a few when it crosses a border and
    ``house_number`` does not decide: the usual one first. ``2625`` has all where it is in
    use, by name. An unknown postcode, or what is none, has none.
    """
    postcode = "".join(text.split()).upper()[:7]
    query = select(Postcode.house_number, Postcode.neighbourhood_id).distinct()
    if PC6.fullmatch(postcode):
        query = query.where(Postcode.postcode == postcode)
    elif PC4.fullmatch(postcode):
        query = query.where(Postcode.postcode.between(postcode + "AA", postcode + "ZZ"))
    else:
        return []
    found = db.session.execute(query).all()
    is_whole = len(postcode) == 6
    if house_number is not None and is_whole:
        found = [row for row in found if row[0] == house_number] or [
            row for row in found if row[0] == 0
        ]
    usual = {neighbourhood_id for number, neighbourhood_id in found if number == 0 and is_whole}
    ids = {neighbourhood_id for _, neighbourhood_id in found}
    places = [place for place in neighbourhoods() if place.id in ids]
    return sorted(places, key=lambda place: place.id not in usual)


def meant(text: str) -> list[Place]:
    """Return the areas that somebody means who types ``2625 AB 12``, ``2625`` or ``de Lelie``.

    By postcode the neighbourhoods, as ``for_postcode`` gives them; else the districts and
    neighbourhoods with all these words in their name, one that is called exactly so first.
    Capitals and accents do not count. At most one statement.
    """
    if address := ADDRESS.fullmatch(text.strip()):
        postcode, number = address.groups()
        return for_postcode(postcode, int(number) if number else None)
    typed = sorting_key(text).split()
    words = [word for word in typed if word not in LITTLE_WORDS]
    if not words:
        return []
    found = [
        place
        for place in [*districts(), *neighbourhoods()]
        if all(word in sorting_key(place.name) for word in words)
    ]
    return sorted(found, key=lambda place: sorting_key(place.name).split() not in (typed, words))


def containing(longitude: float, latitude: float) -> Place | None:
    """Return the neighbourhood in use in which a point lies; ``None`` outside all of them."""
    return outlines.neighbourhood_at(longitude, latitude)


def figures(area: HasId) -> Inquiry[Figure]:
    """Ask for the key figures of ``area`` in every year, also those that nobody may see."""
    return Inquiry(FIGURES, {"area": area.id}, Figure)


def newest_of(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Choose the newest of the public figures, in the order of the catalogue.

    A figure that was never loaded is left out; one that is unknown or secret says so.
    """
    newest = {one.name: one for one in figures}  # a later year takes the place of an earlier
    return tuple(newest[name] for name in SHOWN if name in newest)


def _labelled(places: list[Place]) -> list[tuple[str, Place]]:
    """Return areas by label: the name, and what they lie in where two have the same name."""
    count = Counter(place.name for place in places)
    labels = [
        (place.name if count[place.name] == 1 else _with_town(place), place) for place in places
    ]
    return sorted(labels, key=lambda pair: sorting_key(pair[0]))


def _with_town(place: Place) -> str:
    return f"{place.name} ({', '.join(above.name for above in ancestors(place))})"
