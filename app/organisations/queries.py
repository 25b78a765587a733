"""Read organisations and who belongs to them."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.models import User
from app.core.db import db
from app.core.errors import NotFound
from app.organisations.models import MemberRole, Membership, Organisation


def found(organisation_id: int) -> Organisation:
    """Return an organisation with its area. Raises ``NotFound``."""
    return _one(select(Organisation).where(Organisation.id == organisation_id))


def by_slug(slug: str) -> Organisation:
    """Return the organisation at a web address, with its area. Raises ``NotFound``."""
    return _one(select(Organisation).where(Organisation.slug == slug))


def with_members(slug: str) -> Organisation:
    """Return the organisation at a web address with its members and their names."""
    members = selectinload(Organisation.memberships).joinedload(Membership.user)
    return _one(select(Organisation).where(Organisation.slug == slug).options(members))


def of_person(person: User) -> Sequence[Membership]:
    """Return the memberships of a person with their organisations, by name."""
    own = select(Membership).join(Membership.organisation).where(Membership.user_id == person.id)
    loaded = own.options(joinedload(Membership.organisation))
    return db.session.scalars(loaded.order_by(Organisation.name, Organisation.id)).all()


def name_for(person_id: int) -> str:
    """Return the name of the first organisation that somebody belongs to; empty without one."""
    theirs = select(Organisation.name).join(Membership).where(Membership.user_id == person_id)
    return db.session.scalar(theirs.order_by(Membership.id).limit(1)) or ""


def run_by(person: User) -> list[Organisation]:
    """Return the organisations of which a person is administrator, by name."""
    return [held.organisation for held in of_person(person) if held.role == MemberRole.ADMIN]


def membership_of(organisation: Organisation, membership_id: int) -> Membership | None:
    """Return one membership of an organisation, with the person."""
    query = select(Membership).where(
        Membership.id == membership_id, Membership.organisation_id == organisation.id
    )
    return db.session.scalar(query.options(joinedload(Membership.user)))


def other_admins(membership: Membership) -> int:
    """Return how many other administrators, not blocked, the organisation has."""
    others = (
        select(Membership.id)
        .join(Membership.user)
        .where(
            Membership.organisation_id == membership.organisation_id,
            Membership.role == MemberRole.ADMIN,
            Membership.id != membership.id,
            User.blocked_at.is_(None),
        )
    )
    return len(db.session.scalars(others).all())


def in_need_of(person: User) -> list[Organisation]:
    """Return the organisations with other members in which ``person`` is the only administrator."""
    return [
        held.organisation
        for held in of_person(person)
        if held.role == MemberRole.ADMIN
        and len(held.organisation.memberships) > 1
        and not other_admins(held)
    ]


def slugs_like(slug: str) -> set[str]:
    """Return the web addresses that are taken and begin with ``slug``."""
    taken = select(Organisation.slug).where(Organisation.slug.startswith(slug, autoescape=True))
    return set(db.session.scalars(taken))


def _one(query: Select[Organisation]) -> Organisation:
    organisation = db.session.scalar(query.options(joinedload(Organisation.area)))
    if organisation is None:
        raise NotFound(_("Deze organisatie kennen we niet."))
    return organisation
