"""Read who is asked how a plan went, and what came of it."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, or_, select, union

from app.accounts.models import User
from app.core import tokens
from app.core.db import db
from app.core.inquiries import Inquiry
from app.feedback.models import Ask, Tally, Verdict
from app.initiatives import queries as initiatives
from app.initiatives.models import Initiative
from app.initiatives.voices import Endorsement
from app.volunteering import queries as volunteering

TALLIES = select(Tally.__table__.c.verdict, Tally.__table__.c.number).where(
    Tally.__table__.c.initiative_id == bindparam("plan")
)


class Said(NamedTuple):
    """How many people gave an answer."""

    verdict: Verdict
    number: int


def took_part_in(initiative: Initiative) -> Sequence[User]:
    """Return who ran a plan, helped with it or supported it, each once; not who cannot answer.

    Who has no e-mail would have to tell the answer to staff, so that person is not asked.
    """
    team = [person.id for person in initiatives.people_who_run(initiative)]
    supported = select(Endorsement.user_id).where(Endorsement.initiative_id == initiative.id)
    others = union(supported, volunteering.who_helped(initiative.id)).subquery()
    people = select(User).where(
        or_(User.id.in_(team), User.id.in_(select(others.c.user_id))), User.blocked_at.is_(None)
    )
    found = db.session.scalars(people.order_by(User.id))
    return [one for one in found if not one.is_erased and not one.is_by_post]


def was_asked(initiative: Initiative) -> bool:
    """Tell whether people are asked about a plan now."""
    asked = select(Ask.id).where(Ask.initiative_id == initiative.id).limit(1)
    return db.session.scalar(asked) is not None


def ask_behind(secret: str) -> Ask | None:
    """Return the question that somebody got in the mail; ``None`` once it is counted."""
    return db.session.scalar(select(Ask).where(Ask.fingerprint == tokens.fingerprint(secret)))


def said_about(initiative_id: int) -> Inquiry[Said]:
    """Ask for the answers about a plan; there are none before they are counted."""
    return Inquiry(TALLIES, {"plan": initiative_id}, Said)
