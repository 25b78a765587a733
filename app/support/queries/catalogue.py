"""Read the catalogue: what the municipality and its partners can offer."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.core.db import db
from app.core.errors import NotFound
from app.organisations.models import Organisation, OrganisationKind
from app.support.models import SupportKind, SupportType

PROVIDERS = {
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.DISTRICT_TEAM,
    OrganisationKind.WELFARE_ORGANISATION,
    OrganisationKind.HOUSING_ASSOCIATION,
    OrganisationKind.SCHOOL,
    OrganisationKind.FOUNDATION,
    OrganisationKind.OTHER,
}
ORDER = {kind: number for number, kind in enumerate(SupportKind)}


def catalogue(area_ids: set[int] | None = None) -> list[SupportType]:
    """Return what is on offer, by kind and name; with ``area_ids`` only what is offered there."""
    query = (
        select(SupportType)
        .where(SupportType.withdrawn_on.is_(None))
        .options(joinedload(SupportType.provider), joinedload(SupportType.area))
    )
    if area_ids is not None:
        query = query.where(or_(SupportType.area_id.is_(None), SupportType.area_id.in_(area_ids)))
    return _in_order(db.session.scalars(query).all())


def all_types() -> list[SupportType]:
    """Return every line of the catalogue, withdrawn ones too, for those who keep it."""
    query = select(SupportType).options(
        joinedload(SupportType.provider), joinedload(SupportType.area)
    )
    return _in_order(db.session.scalars(query).all())


def type_at(slug: str) -> SupportType:
    """Return the line of the catalogue at a web address, also a withdrawn one."""
    found = db.session.scalar(select(SupportType).where(SupportType.slug == slug))
    if found is None:
        raise NotFound(_("We kunnen deze hulp niet vinden."))
    return found


def found_type(type_id: int) -> SupportType:
    """Return a line of the catalogue by its number."""
    found = db.session.get(SupportType, type_id)
    if found is None:
        raise NotFound(_("We kunnen deze hulp niet vinden."))
    return found


def provider_choices() -> list[tuple[int, str]]:
    """Return the organisations that can offer help, for a form field."""
    query = select(Organisation.id, Organisation.name).where(Organisation.kind.in_(PROVIDERS))
    rows = db.session.execute(query.order_by(Organisation.name, Organisation.id))
    return [(number, name) for number, name in rows]


def _in_order(types: Sequence[SupportType]) -> list[SupportType]:
    return sorted(types, key=lambda kind: (ORDER[kind.kind], kind.name, kind.id))
