"""Parties to play with."""

from app.accounts.models import User
from app.areas.models import Area
from app.core.db import db
from app.core.text import slug
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind


def an_organisation(
    name: str = "Molenbuurt Vooruit",
    *,
    kind: OrganisationKind = OrganisationKind.RESIDENTS_ASSOCIATION,
    area: Area | None = None,
) -> Organisation:
    """Return the organisation called ``name``."""
    known = db.session.query(Organisation).filter_by(slug=slug(name)).first()
    if known is not None:
        return known
    area_id = area.id if area else None
    organisation = Organisation(kind=kind, name=name, slug=slug(name), area_id=area_id)
    db.session.add(organisation)
    db.session.flush()
    return organisation


def a_member(
    organisation: Organisation, person: User, role: MemberRole = MemberRole.MEMBER
) -> Membership:
    membership = Membership(organisation=organisation, user=person, role=role)
    db.session.add(membership)
    db.session.flush()
    return membership


def an_admin_of(organisation: Organisation, person: User) -> Membership:
    return a_member(organisation, person, MemberRole.ADMIN)
