"""Everybody who may meet a support request, each with one role, around one initiative."""

from app.accounts.models import Actor, Visitor
from app.accounts.roles import Role
from app.core.db import db
from app.initiatives.models import Initiative
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind
from factories.accounts import a_coordinator, a_moderator, a_person, an_administrator
from factories.areas import a_town
from factories.initiatives import an_initiative

Cast = dict[str, Actor]


def an_association() -> Organisation:
    """Return an association with Ali as its administrator and Lies as a member."""
    known = db.session.query(Organisation).filter_by(slug="vve-molen").first()
    if known is not None:
        return known
    association = Organisation(
        kind=OrganisationKind.RESIDENTS_ASSOCIATION, name="Vereniging Molen", slug="vve-molen"
    )
    db.session.add(association)
    db.session.flush()
    for name, role in (("Ali", MemberRole.ADMIN), ("Lies", MemberRole.MEMBER)):
        person = a_person(name)
        db.session.add(Membership(organisation_id=association.id, user_id=person.id, role=role))
    db.session.flush()
    return association


def an_initiative_of_many() -> Initiative:
    """Return a plan in the Molenbuurt by Anna, with Bilal in the team, of the association."""
    initiative = an_initiative(a_person("Anna"), team=(a_person("Bilal"),))
    initiative.organisation = an_association()
    db.session.flush()
    return initiative


def everybody() -> Cast:
    """Return the people by what they are to the initiative in the Molenbuurt in the north."""
    town = a_town()
    return {
        "owner": a_person("Anna"),
        "team": a_person("Bilal"),
        "board": a_person("Ali"),
        "member": a_person("Lies"),
        "coordinator": a_coordinator(town.north),
        "coordinator_elsewhere": a_coordinator(town.south, "Cor"),
        "decider": a_person("Dirk", role=Role.DECISION_MAKER, area=town.mill),
        "adviser": a_person("Vera", role=Role.DEPARTMENT_ADVISER),
        "professional": a_person("Petra", role=Role.PROFESSIONAL, area=town.north),
        "moderator": a_moderator(),
        "administrator": an_administrator(),
        "neighbour": a_person("Noor"),
        "visitor": Visitor(),
    }
