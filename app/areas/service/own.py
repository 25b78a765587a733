"""Areas of the municipality's own: some neighbourhoods together under a name people use."""

from collections.abc import Collection, Sequence

from flask_babel import gettext as _
from sqlalchemy import delete, func, select
from sqlalchemy.orm import undefer

from app.areas import rules
from app.areas.models import Area, AreaKind, AreaPart
from app.areas.names import free_slug
from app.areas.outlines import union
from app.areas.signals import changed
from app.core import clock
from app.core.db import db
from app.core.errors import Refused
from app.core.permissions import authorize
from app.core.text import one_line

LONGEST_NAME = 80


def define_own_area(name: str, neighbourhoods: Sequence[Area], *, by: rules.Person | None) -> Area:
    """Define an area as some neighbourhoods of one municipality, or define it anew.

    An area with the same name gets these neighbourhoods and keeps its id and web address.
    Raises ``NotAllowed`` for anyone but an administrator (or, ``by`` is ``None``, the portal
    itself), ``Refused`` for neighbourhoods that do not go together.
    """
    authorize(by, rules.define)
    name = one_line(name)
    municipality = _check(name, neighbourhoods)
    query = select(Area).where(Area.kind == AreaKind.OWN, Area.name == name)
    area = db.session.scalar(query.where(Area.parent_id == municipality.id))
    if area is None:
        area = _new(name, municipality)
    area.year, area.retired_on, area.changed_at = neighbourhoods[0].year, None, clock.now()
    db.session.flush()
    db.session.execute(delete(AreaPart).where(AreaPart.area_id == area.id))
    for neighbourhood_id in {neighbourhood.id for neighbourhood in neighbourhoods}:
        db.session.add(AreaPart(area_id=area.id, neighbourhood_id=neighbourhood_id))
    db.session.flush()
    _redraw(area)
    changed.send(area, by=by, action="areas.defined", new=_codes(neighbourhoods))
    return area


def redraw_all() -> None:
    """Draw own areas again: the outlines of their neighbourhoods may have changed."""
    for area in db.session.scalars(select(Area).where(Area.kind == AreaKind.OWN)):
        _redraw(area)


def _check(name: str, neighbourhoods: Sequence[Area]) -> Area:
    """Return the municipality of the neighbourhoods; refuse what is no area."""
    if not 0 < len(name) <= LONGEST_NAME:
        raise Refused(_("Geef het gebied een naam van hooguit 80 tekens."), field="name")
    if not neighbourhoods or any(
        area.kind != AreaKind.NEIGHBOURHOOD or area.retired_on for area in neighbourhoods
    ):
        raise Refused(_("Kies een of meer buurten die nu bestaan."), field="neighbourhoods")
    towns = {area.parent.parent for area in neighbourhoods if area.parent}
    town = towns.pop() if len(towns) == 1 else None
    if town is None:
        raise Refused(_("Kies buurten van één gemeente."), field="neighbourhoods")
    return town


def _new(name: str, municipality: Area) -> Area:
    digits = municipality.code.removeprefix("GM")
    number = db.session.scalar(
        select(func.count()).where(Area.kind == AreaKind.OWN, Area.parent_id == municipality.id)
    )
    code = f"EG{digits}{(number or 0) + 1:02}"
    taken: Collection[str] = set(db.session.scalars(select(Area.slug)))
    area = Area(
        kind=AreaKind.OWN,
        code=code,
        official_name=name,
        name=name,
        slug=free_slug(name, AreaKind.OWN, municipality.name, code, taken),
        parent_id=municipality.id,
    )
    db.session.add(area)
    return area


def _redraw(area: Area) -> None:
    parts = select(AreaPart.neighbourhood_id).where(AreaPart.area_id == area.id)
    query = select(Area).where(Area.id.in_(parts)).options(undefer(Area.outline))
    outlines = [part.outline for part in db.session.scalars(query) if part.outline]
    area.outline = union(outlines) if outlines else None
    area.changed_at = clock.now()


def _codes(neighbourhoods: Sequence[Area]) -> str:
    return " ".join(sorted(area.code for area in neighbourhoods))
