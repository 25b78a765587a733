"""Read what somebody leaves behind who deletes the account: plans, and who goes on with them."""

from collections.abc import Sequence

from sqlalchemy import select

from app.accounts.models import User
from app.audit.models import Entry
from app.core.db import db
from app.initiatives.lifecycle import ACTIVE, State
from app.initiatives.models import Initiative, Registration, TeamMember

GOES_ON = ACTIVE | {State.PAUSED}
OF_TEAMS = ("initiatives.join", "initiatives.invite")


def owned_by(person: User) -> Sequence[Initiative]:
    """Return the plans of ``person``, the oldest first."""
    mine = select(Initiative).where(Initiative.owner_id == person.id)
    return db.session.scalars(mine.order_by(Initiative.id)).all()


def successor_of(initiative: Initiative, person: User) -> TeamMember | None:
    """Return who goes on with a plan without its owner: who is in the team longest.

    A plan that ended is left as it is, and so is one that goes on with nobody else.
    """
    if initiative.state not in GOES_ON and initiative.published_at is not None:
        return None
    others = [
        member
        for member in initiative.team
        if member.user_id != person.id and member.user.is_active
    ]
    return min(others, key=lambda member: (member.joined_at, member.id), default=None)


def left_alone_by(person: User) -> list[Initiative]:
    """Return the public plans of ``person`` that go on, and that nobody else could go on with."""
    return [
        initiative
        for initiative in owned_by(person)
        if initiative.state in GOES_ON and successor_of(initiative, person) is None
    ]


def handed_over_by(person: User) -> list[tuple[Initiative, User]]:
    """Return the plans of ``person`` that somebody else of the team would go on with."""
    successors = [(plan, successor_of(plan, person)) for plan in owned_by(person)]
    return [(plan, member.user) for plan, member in successors if member is not None]


def drafts_without_account(email: str) -> Sequence[Initiative]:
    """Return the drafts that were written with this address and belong to no account."""
    written = select(Initiative).join(Registration, Registration.initiative_id == Initiative.id)
    nobodys = Initiative.owner_id.is_(None)
    return db.session.scalars(written.where(Registration.email == email, nobodys)).all()


def teams_ever_joined(person: User) -> set[int]:
    """Return the numbers of the plans to which ``person`` came, or invited others."""
    lines = select(Entry.subject_id).where(Entry.actor_id == person.id, Entry.action.in_(OF_TEAMS))
    return set(db.session.scalars(lines))
