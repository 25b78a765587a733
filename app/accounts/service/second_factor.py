"""The second factor of staff: set up, given with each sign-in, and forgotten when it is lost."""

from datetime import timedelta

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import case, delete, literal, or_, update

from app.accounts import codes, factor_messages, queries, rules, sessions
from app.accounts.models import MOST_TRIES, Actor, Doorstep, RecoveryCode, SecondFactor, User
from app.accounts.service.door import come_in
from app.accounts.service.passkeys import forget_passkeys
from app.audit.service import record
from app.core import clock
from app.core.db import Moment, db
from app.core.errors import NotFound, OutOfDate, Refused
from app.core.permissions import authorize
from app.core.turns import take_turn

ON_PAPER = 10  # recovery codes that a person gets
HOUR = timedelta(hours=1)


def set_up_app(step: Doorstep, typed: str, *, by: Actor) -> list[str]:
    """Keep the app of who waits on the doorstep, and sign in; return new codes for on paper.

    ``typed`` shows that the app is there. Other browsers are signed out. Raises ``Refused`` for a code that
    is not right, ``OutOfDate`` when the person has another app since, unless ``by`` is the person,
    signed in with that.
    """
    person = step.user
    authorize(person, rules.have_second_factor, person)
    take_turn(f"second factor of {person.id}")
    secret = codes.opened(step.new_secret)
    at = codes.step_of(codes.digits(typed), secret, clock.now()) if secret else None
    if secret is None or at is None:
        raise _wrong()
    known = queries.second_factor_of(person)
    if known is not None and by.id != person.id:
        raise OutOfDate(_("Je hebt net al een app ingesteld. Log opnieuw in."))
    kept = known or SecondFactor(user_id=person.id)
    kept.secret, kept.last_step = codes.sealed(secret), at
    kept.tries, kept.set_at = 0, clock.now()
    db.session.add(kept)
    db.session.flush()
    others = (Doorstep.user_id == person.id) & (Doorstep.id != step.id)
    db.session.execute(delete(Doorstep).where(others))
    sessions.end_others(person)
    if not come_in(step):
        raise OutOfDate(_("Je hebt net al een app ingesteld. Log opnieuw in."))
    record(person, "users.replace_app" if known else "users.set_up_app", person)
    factor_messages.tell_about_app(person)
    return _new_on_paper(person)


def take_try(person: User) -> int:
    """Count a code that ``person`` is going to give; return how many that makes since the last right one.

    Keep it whatever comes of the code. Raises ``Refused`` after ``MOST_TRIES`` in an hour.
    """
    begins = or_(SecondFactor.tries_since <= clock.now() - HOUR, SecondFactor.tries == 0)
    may_try = or_(begins, SecondFactor.tries < MOST_TRIES)
    counted = (
        update(SecondFactor)
        .where(SecondFactor.user_id == person.id, may_try)
        .values(
            tries=case((begins, 1), else_=SecondFactor.tries + 1),
            tries_since=case(
                (begins, literal(clock.now(), Moment())), else_=SecondFactor.tries_since
            ),
        )
        .returning(SecondFactor.tries)
    )
    tries = db.session.scalar(counted)
    if tries is None:
        raise Refused(_("Je gaf te vaak een verkeerde code. Wacht een uur, of bel ons."))
    return tries


def give_code(step: Doorstep, typed: str) -> None:
    """Sign in who gives the code of the app. A code is taken once, also by two at the same moment.

    Raises ``Refused`` for a code that is not right, or was given before.
    """
    person = step.user
    factor = queries.second_factor_of(person)
    secret = codes.opened(factor.secret) if factor else None
    at = codes.step_of(codes.digits(typed), secret, clock.now()) if secret else None
    if at is None:
        current_app.logger.warning("a sign-in with a code was refused")
        raise _wrong()
    newest = (SecondFactor.user_id == person.id) & (SecondFactor.last_step < at)
    taken = update(SecondFactor).where(newest).values(last_step=at, tries=0)
    if db.session.scalar(taken.returning(SecondFactor.id)) is None:
        current_app.logger.warning("a sign-in with a code of before was refused")
        raise Refused(_("Deze code is al gebruikt. Wacht op de volgende in je app."), field="code")
    _come_in(step)


def use_recovery_code(step: Doorstep, typed: str) -> int:
    """Sign in who gives a code on paper, once; tell the person, and return how many are left.

    Raises ``Refused`` for a code that is not right, or was used before.
    """
    person = step.user
    is_it = RecoveryCode.fingerprint == codes.fingerprint(typed)
    mine = (RecoveryCode.user_id == person.id) & is_it & RecoveryCode.used_at.is_(None)
    used = update(RecoveryCode).where(mine).values(used_at=clock.now())
    if db.session.scalar(used.returning(RecoveryCode.id)) is None:
        current_app.logger.warning("a sign-in with a recovery code was refused")
        raise Refused(_("Deze herstelcode klopt niet, of je hebt hem al gebruikt."), field="code")
    db.session.execute(
        update(SecondFactor).where(SecondFactor.user_id == person.id).values(tries=0)
    )
    _come_in(step)
    left = queries.recovery_codes_left(person)
    record(person, "users.use_recovery_code", person)
    factor_messages.tell_about_recovery_code(person, left)
    return left


def renew_recovery_codes(person: User, *, by: Actor) -> list[str]:
    """Return new codes for on paper; those from before do not work any more.

    Raises ``NotFound`` for somebody who has no app.
    """
    authorize(by, rules.have_second_factor, person)
    take_turn(f"second factor of {person.id}")
    if queries.second_factor_of(person) is None:
        raise NotFound(_("Stel eerst een app in."))
    record(by, "users.renew_recovery_codes", person)
    factor_messages.tell_about_new_recovery_codes(person)
    return _new_on_paper(person)


def reset_app(person: User, *, by: User | None, reason: str) -> None:
    """Forget the app and the passkeys of a colleague who lost them, and sign them out everywhere.

    ``by`` is ``None`` for a command. Raises ``NotAllowed`` for one's own, ``NotFound`` for
    somebody who has neither.
    """
    if by is not None:
        authorize(by, rules.reset_second_factor, person)
    if not queries.with_second_factor([person.id]):
        raise NotFound(_("%(name)s heeft geen app voor codes en geen passkey.", name=person.name))
    forget(person)
    forget_passkeys(person)
    sessions.end_all(person)
    record(by, "users.reset_app", person, reason=reason)
    factor_messages.tell_about_reset(person)


def forget(person: User) -> None:
    """Forget the app and the codes of ``person``, and that they wait to come in."""
    for model in (SecondFactor, RecoveryCode, Doorstep):
        db.session.execute(delete(model).where(model.user_id == person.id))


def warn_of_guessing(person: User) -> None:
    """Tell ``person`` that somebody who knows the password guesses codes."""
    factor_messages.warn_of_guessing(person)
    record(None, "users.guess_codes", person)


def _come_in(step: Doorstep) -> None:
    if not come_in(step):
        raise OutOfDate(_("Deze stap is al klaar. Log opnieuw in als je niet verder kunt."))


def _new_on_paper(person: User) -> list[str]:
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == person.id))
    new = [codes.new_on_paper() for _number in range(ON_PAPER)]
    db.session.add_all(
        RecoveryCode(user_id=person.id, fingerprint=codes.fingerprint(one)) for one in new
    )
    return new


def _wrong() -> Refused:
    return Refused(
        _("Deze code klopt niet. Wacht op de volgende in je app. Klopt de tijd op je telefoon?"),
        field="code",
    )
