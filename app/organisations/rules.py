"""Who may do what with organisations."""

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.core.permissions import predicate
from app.organisations.models import MemberRole, Membership, Organisation


@predicate
def is_admin(actor: Actor, organisation: Organisation) -> bool:
    return actor.is_authenticated and any(
        held.user_id == actor.id and held.role == MemberRole.ADMIN
        for held in organisation.memberships
    )


@predicate
def is_member(actor: Actor, organisation: Organisation) -> bool:
    return actor.is_authenticated and any(
        held.user_id == actor.id for held in organisation.memberships
    )


@predicate
def is_municipality(actor: Actor, _thing: object) -> bool:
    """Somebody who registers organisations: what they tell is public at once."""
    return actor.may(Permission.ADMINISTER) or actor.may(Permission.COORDINATE)


@predicate
def is_own_membership(actor: Actor, membership: Membership) -> bool:
    return actor.is_authenticated and actor.id == membership.user_id


@predicate
def runs_organisation_of(actor: Actor, membership: Membership) -> bool:
    return is_admin(actor, membership.organisation) or actor.may(Permission.ADMINISTER)


@predicate
def is_administrator(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.ADMINISTER)


found = is_municipality
manage_members = is_admin | is_administrator
see_members = is_member | is_administrator
remove_member = runs_organisation_of | is_own_membership
