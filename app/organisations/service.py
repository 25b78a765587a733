"""What happens with organisations: they are registered, and people join and leave."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.accounts.models import Actor, User
from app.accounts.service import person_for
from app.audit.service import record
from app.core.db import db
from app.core.errors import Refused
from app.core.permissions import authorize
from app.core.text import one_line, slug, tidy
from app.core.turns import take_turn
from app.organisations import messages, queries, rules
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind

RESERVED = {"nieuw"}  # web addresses that mean something else


@dataclass(frozen=True)
class Founding:
    """What the municipality registers of an organisation; all of it is public."""

    kind: OrganisationKind
    name: str
    about: str = ""
    website: str = ""
    area_id: int | None = None
    admin_email: str = ""  # the first administrator; none yet when it is empty
    admin_name: str = ""


def found_organisation(founding: Founding, *, by: Actor) -> Organisation:
    """Register an organisation and its first administrator.

    Raises ``NotAllowed`` for residents: a page that is public at once is no place for a text
    that nobody has looked at.
    """
    authorize(by, rules.found)
    organisation = Organisation(
        kind=founding.kind,
        name=one_line(founding.name),
        slug=_free_slug(founding.name),
        area_id=founding.area_id,
        about=tidy(founding.about),
        website=founding.website,
    )
    db.session.add(organisation)
    record(by, "organisations.found", organisation)
    if founding.admin_email:
        admin = person_for(founding.admin_email, founding.admin_name)
        _join(organisation, admin, MemberRole.ADMIN, by)
    return organisation


def add_member(
    organisation: Organisation, email: str, name: str, role: MemberRole, *, by: Actor
) -> Membership:
    """Make whoever has this address a member; ``name`` is for a new account.

    Raises ``Refused`` for who is a member already, ``NotAllowed`` for anyone but an
    administrator of the organisation or of the portal.
    """
    authorize(by, rules.manage_members, organisation)
    person = person_for(email, name)
    if any(held.user_id == person.id for held in organisation.memberships):
        raise Refused(_("Deze persoon hoort er al bij."), field="email")
    return _join(organisation, person, role, by)


def remove_member(membership: Membership, *, by: Actor) -> None:
    """End a membership; rights that came with it are gone with the next request.

    Members may leave by themselves. Raises ``Refused`` for the last administrator.
    """
    organisation, person = membership.organisation, membership.user
    authorize(by, rules.remove_member, membership)
    if membership.role == MemberRole.ADMIN:
        take_turn(f"administrators of organisation {organisation.id}")
        if not queries.other_admins(membership):
            raise Refused(
                _("Er moet altijd een beheerder zijn. Voeg eerst een andere beheerder toe.")
            )
    record(
        by,
        "organisations.remove_member",
        organisation,
        old=membership.role.value,
        reason=_whom(membership),
    )
    organisation.memberships.remove(membership)
    db.session.delete(membership)
    db.session.flush()
    if by.id != person.id:
        messages.tell_former_member(person, organisation)


def forget_person(person: User) -> None:
    """End every membership of somebody who deletes the account."""
    for membership in queries.of_person(person):
        record(
            None,
            "organisations.remove_member",
            membership.organisation,
            old=membership.role.value,
            reason=_whom(membership),
        )
        db.session.delete(membership)
    db.session.flush()


def _join(organisation: Organisation, person: User, role: MemberRole, by: Actor) -> Membership:
    membership = Membership(organisation=organisation, user=person, role=role)
    db.session.add(membership)
    record(by, "organisations.add_member", organisation, new=role.value, reason=_whom(membership))
    messages.tell_new_member(membership)
    return membership


def _whom(membership: Membership) -> str:
    """Name the person in the log by number: names change, and are erased on request."""
    return f"users {membership.user.id}"


def _free_slug(name: str) -> str:
    wanted = slug(name)[:120] or "organisatie"
    taken, number = {*queries.slugs_like(wanted), *RESERVED}, 2
    if wanted not in taken:
        return wanted
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
