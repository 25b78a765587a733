"""Ask how a plan went, keep an answer, and forget who gave it. No line in the log says any of it."""

from flask_babel import gettext as _
from sqlalchemy import delete

from app.accounts.models import User
from app.core.db import db
from app.core.errors import OutOfDate
from app.core.jobs import later
from app.feedback.models import Ask, Verdict
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative


def follow(initiative: Initiative, *, new: State, **_news: object) -> None:
    """Remember to ask about a plan that is done."""
    if new is State.COMPLETED:
        later("feedback.ask", initiative_id=initiative.id)


def answer(ask: Ask, verdict: Verdict) -> None:
    """Keep what somebody says, in the place of what they said before.

    Raises ``OutOfDate`` (409) when it is too late, or while the plan is not on the site.
    """
    if not ask.is_open:
        raise OutOfDate(_("Je kunt dit niet meer beantwoorden. We hebben niets veranderd."))
    ask.verdict = verdict
    db.session.flush()


def forget_person(person: User) -> None:
    """Delete what ``person`` was asked and said, as far as it is not counted yet."""
    db.session.execute(delete(Ask).where(Ask.user_id == person.id))
