"""Read the team of a plan and the invitations to it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, func, select

from app.accounts.models import Actor, User
from app.core.db import db
from app.initiatives.models import Initiative, Invitation, TeamMember


def people_who_run(initiative: Initiative) -> list[User]:
    """Return the owner and the team, each once."""
    people = [initiative.owner, *(member.user for member in initiative.team)]
    return list({person.id: person for person in people if person is not None}.values())


def is_member_with(initiative: Initiative, email: str) -> bool:
    """Tell whether somebody with this address runs the plan already."""
    return any(person.email == email for person in people_who_run(initiative))


def invitation_to(initiative: Initiative, email: str) -> Invitation | None:
    """Return the open invitation for an address."""
    mine = (Invitation.initiative_id == initiative.id) & (Invitation.email == email)
    return db.session.scalar(select(Invitation).where(mine))


def invitations(initiative: Initiative) -> Sequence[Invitation]:
    """Return the invitations without an answer, oldest first."""
    mine = select(Invitation).where(Invitation.initiative_id == initiative.id)
    return db.session.scalars(mine.order_by(Invitation.id)).all()


def invitations_since(initiative: Initiative, moment: datetime) -> int:
    """Return how many people were invited after ``moment`` and did not answer."""
    recent = (Invitation.initiative_id == initiative.id) & (Invitation.created_at > moment)
    return db.session.scalar(select(func.count()).where(recent)) or 0


def invited_initiative(actor: Actor, initiative_id: int) -> Initiative | None:
    """Return the plan that ``actor`` is invited to run, also when it is not public."""
    if actor.id is None:
        return None
    asked = exists().where(
        Invitation.initiative_id == Initiative.id, Invitation.email == actor.email
    )
    return db.session.scalar(select(Initiative).where(Initiative.id == initiative_id, asked))


def is_in_team(actor: Actor, initiative_id: int) -> bool:
    """Tell whether ``actor`` is in the team of the plan with this number."""
    mine = (TeamMember.initiative_id == initiative_id) & (TeamMember.user_id == actor.id)
    return db.session.scalar(select(TeamMember.id).where(mine)) is not None
