"""The door: who shows who they are is let in, or waits on the doorstep for the second factor."""

from datetime import timedelta

from flask import request, session, url_for
from sqlalchemy import delete, or_

from app.accounts import codes, factor_messages, queries, sessions
from app.accounts.devices import device_of
from app.accounts.models import Doorstep, User
from app.audit.service import record
from app.core import clock, tokens
from app.core.db import db

LASTS = timedelta(minutes=15)  # to find a telephone, or to set an app up
IN_SESSION = "doorstep"


def let_in(person: User, *, go_on: str) -> str:
    """Sign ``person`` in, who gave a password or used a link; return the path to go on to.

    Staff with an app give a code first; with a passkey and no app they show that instead. Staff without
    either set an app up first, where the portal demands it. Until then nobody is signed in, and
    ``go_on`` waits. Costs two or three statements more for staff.
    """
    if not person.assignments:
        sessions.begin(person)
        return go_on
    if queries.second_factor_of(person) is not None:
        wait(person, go_on=go_on)
        return url_for("accounts.give_code")
    if queries.passkeys_of(person):
        return url_for("accounts.sign_in_with_passkey", verder=go_on)
    if sessions.is_obligatory():
        wait(person, go_on=go_on, new_secret=codes.new_secret())
        return url_for("accounts.set_up_app")
    _begin_work(person)
    return go_on


def let_in_with_passkey(person: User) -> None:
    """Sign ``person`` in, who showed a passkey: that is something they have and are, or know."""
    if person.assignments:
        _begin_work(person, with_second_factor=True)
    else:
        sessions.begin(person)


def wait(person: User, *, go_on: str, new_secret: str = "") -> None:
    """Put ``person`` on the doorstep of this browser; who was there before leaves it.

    ``new_secret`` is for an app that is to be set up. Doorsteps that are over are swept.
    """
    token = tokens.secret()
    before = Doorstep.fingerprint == tokens.fingerprint(session.get(IN_SESSION, ""))
    db.session.execute(delete(Doorstep).where(or_(before, Doorstep.expires_at <= clock.now())))
    db.session.add(
        Doorstep(
            fingerprint=tokens.fingerprint(token),
            user_id=person.id,
            go_on=go_on,
            new_secret=codes.sealed(new_secret) if new_secret else "",
            expires_at=clock.now() + LASTS,
        )
    )
    session[IN_SESSION] = token


def waiting() -> Doorstep | None:
    """Return who waits on the doorstep of this browser, and may still come in."""
    step = queries.doorstep_with(session.get(IN_SESSION, ""))
    if step is None or step.expires_at <= clock.now():
        return None
    return step if step.user.is_active and step.user.assignments else None


def come_in(step: Doorstep) -> bool:
    """Sign in who waited there, once: of two at the same moment one comes in.

    Tell whether it was this one.
    """
    person = step.user
    mine = delete(Doorstep).where(Doorstep.id == step.id).returning(Doorstep.id)
    if db.session.scalar(mine) is None:
        return False
    session.pop(IN_SESSION, None)
    _begin_work(person, with_second_factor=True)
    return True


def _begin_work(person: User, *, with_second_factor: bool = False) -> None:
    """Sign in a member of staff: that is in the log, and in a mail when the device is a new one."""
    device = device_of(request.user_agent.string)
    known = queries.devices_of(person)
    sessions.begin(person, with_second_factor=with_second_factor)
    record(person, "users.sign_in", person)
    if known and device not in known:
        factor_messages.tell_about_new_device(person, device)
