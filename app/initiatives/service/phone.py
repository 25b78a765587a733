"""Take in a plan that was written on a phone without internet: once, however often it is sent."""

from collections.abc import Sequence

from app.accounts.models import Visitor
from app.core import tokens
from app.core.db import db
from app.core.turns import take_turn
from app.initiatives import queries
from app.initiatives.lifecycle import State
from app.initiatives.models import Registration
from app.initiatives.service.drafts import Answers, keep_answers, start

SOMEBODY = Visitor()  # a phone that sends by itself says nothing about who holds it


def take_from_phone(key: str, answers: Sequence[Answers]) -> Registration:
    """Keep ``answers`` as a draft that ``key`` opens, and return it.

    ``key`` was made up by the phone. When it comes a second time, since the answer got lost, newer
    answers replace those of the phone, unless somebody went on with the draft in the mean time.

    Raises ``Refused`` for a neighbourhood that cannot be chosen.
    """
    take_turn(f"phone {tokens.fingerprint(key)}")
    registration = queries.registration_from_phone(key)
    if registration is None:
        registration = _begin(key)
    elif _was_taken_up(registration):
        return registration
    for part in answers:
        keep_answers(registration, part, by=SOMEBODY)
    registration.phone_version = registration.initiative.version
    db.session.flush()
    return registration


def _begin(key: str) -> Registration:
    registration, _secret = start(by=SOMEBODY)
    registration.fingerprint = registration.phone_key = tokens.fingerprint(key)
    return registration


def _was_taken_up(registration: Registration) -> bool:
    initiative = registration.initiative
    return initiative.state != State.DRAFT or initiative.version != registration.phone_version
