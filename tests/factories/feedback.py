"""Questions how a plan went, and what was said."""

from datetime import timedelta

from app.accounts.models import User
from app.core import clock, tokens
from app.core.db import db
from app.feedback.models import Ask, Tally, Verdict
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from factories.accounts import a_person
from factories.initiatives import an_initiative


def asked(
    plan: Initiative | None = None, person: User | None = None, *, days_left: int = 7
) -> tuple[Ask, str]:
    """Return the question to somebody, and the secret in the mail about it."""
    secret = tokens.secret()
    ask = Ask(
        initiative=plan or an_initiative(state=State.COMPLETED),
        user=person or a_person("Bilal"),
        fingerprint=tokens.fingerprint(secret),
        until=clock.today() + timedelta(days=days_left),
    )
    db.session.add(ask)
    db.session.flush()
    return ask, secret


def said(plan: Initiative, *, is_told: bool = True, **numbers: int) -> None:
    """Let so many people have said ``good``, ``fair`` or ``bad`` about a plan."""
    for code, number in numbers.items():
        told_at = clock.now() if is_told else None
        verdict = Verdict.of(code)
        one = Tally(initiative_id=plan.id, verdict=verdict, number=number, told_at=told_at)
        db.session.add(one)
    db.session.flush()
