"""Who is using this browser: sessions are rows, so they can be listed and ended."""

from collections.abc import Callable

from flask import Flask, current_app, has_request_context, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_login import LoginManager, current_user, login_user, logout_user
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import ColumnElement, ScalarSelect, bindparam, select, true, update
from sqlalchemy.orm import joinedload

from app.accounts import lasting, signals
from app.accounts.devices import device_of
from app.accounts.models import LoginSession, User, Visitor
from app.core import clock, tokens
from app.core.db import db
from app.web.language import choose, chosen, switched


class Cookies(SecureCookieSessionInterface):
    """The cookies of Flask; the key to sign them is worked out once, not for every request."""

    def __init__(self, app: Flask) -> None:
        self._signer = super().get_signing_serializer(app)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        return self._signer


def open_sessions(app: Flask, unread: Callable[[ColumnElement[int]], ScalarSelect[int]]) -> None:
    """Let ``app`` know who is signed in.

    ``unread`` counts the messages that a person, known by id, has not opened: every page shows
    that number, so it comes along with the person.
    """
    app.session_interface = Cookies(app)
    manager = LoginManager(app)
    manager.anonymous_user = Visitor
    signed_in = (
        select(
            *(User, unread(User.id.expression), LoginSession.with_second_factor),
            *(LoginSession.created_at, LoginSession.expires_at),
        )
        .join(LoginSession, LoginSession.user_id == User.id)
        .where(
            LoginSession.fingerprint == bindparam("fingerprint"),
            LoginSession.ended_at.is_(None),
            LoginSession.expires_at > bindparam("now"),
        )
        .options(joinedload(User.assignments))
    )

    def person_with(token: str) -> User | None:
        """Return the person whose live session ``token`` opens, with the roles."""
        fingerprint = tokens.fingerprint(token)
        opens = {"fingerprint": fingerprint, "now": clock.now()}
        found = db.session.execute(signed_in, opens).unique().one_or_none()
        if found is None or not found[0].is_active:
            return None
        person: User = found[0]
        if person.assignments and is_obligatory() and not found.with_second_factor:
            return None  # from before the second factor was asked
        began, ends = found.created_at, found.expires_at
        lasting.note_use(person, fingerprint, began=began, ends=ends)
        person.session_token, person.unread_count = token, found[1]
        return person

    manager.user_loader(person_with)

    @app.before_request
    def keep_language() -> None:
        if switched() and current_user.is_authenticated:
            current_user.language = chosen()


def is_obligatory() -> bool:
    """Tell whether staff of this portal cannot do without a second factor."""
    return bool(current_app.config["STAFF_SECOND_FACTOR"] == "obligatory")


def begin(user: User, *, with_second_factor: bool = False) -> None:
    """Sign ``user`` in with this browser; what the visitor was writing stays in the session.

    Who was signed in here goes on in the same session, with a new token, and so keeps what belongs
    to it; somebody else who was signed in here is signed out first. The language that was chosen in this
    browser is the person's from now on; without one, the browser speaks that of the person.
    """
    here = _live_one_of(user)
    if here is None:
        _end_token(session.get("_user_id", ""))
    if language := chosen():
        user.language = language
    elif user.language:
        choose(user.language)
    token, now = tokens.secret(), clock.now()
    known = here or LoginSession(user_id=user.id)
    known.fingerprint = tokens.fingerprint(token)
    known.device = device_of(request.user_agent.string)
    known.created_at, known.expires_at = now, lasting.until(user, began=now)
    known.with_second_factor = with_second_factor
    db.session.add(known)
    user.session_token = token
    session.permanent = True
    login_user(user)


def end() -> None:
    """Sign out of this browser and forget what it was doing."""
    _end_token(session.get("_user_id", ""))
    logout_user()
    session.clear()


def end_one(known: LoginSession) -> None:
    """Sign out of one browser, this one or another."""
    _end(LoginSession.id == known.id)
    if known.fingerprint == current_fingerprint():
        logout_user()
        session.clear()


def browser() -> str:
    """Return the fingerprint of this browser, signed in or not; empty when it keeps no cookie yet.

    Also empty outside a request.
    """
    secret = session.get("csrf_token", "") if has_request_context() else ""
    return tokens.fingerprint(secret) if secret else ""


def current_fingerprint() -> str:
    """Return which session is the one of this browser."""
    return tokens.fingerprint(session.get("_user_id", ""))


def current() -> LoginSession:
    """Return the session of this browser; only for somebody who is signed in."""
    mine = LoginSession.fingerprint == current_fingerprint()
    return db.session.scalars(select(LoginSession).where(mine)).one()


def end_all(user: User) -> None:
    """Sign ``user`` out everywhere."""
    _end(LoginSession.user_id == user.id)


def end_every_one() -> None:
    """Sign everybody out everywhere."""
    _end(true())


def end_others(user: User) -> None:
    """Sign ``user`` out everywhere but in this browser."""
    _end((LoginSession.user_id == user.id) & (LoginSession.fingerprint != current_fingerprint()))


def _live_one_of(user: User) -> LoginSession | None:
    """Return the session of this browser, when ``user`` is signed in here."""
    here = (LoginSession.fingerprint == current_fingerprint()) & (LoginSession.user_id == user.id)
    lasts = LoginSession.ended_at.is_(None) & (LoginSession.expires_at > clock.now())
    return db.session.scalar(select(LoginSession).where(here, lasts))


def _end_token(token: str) -> None:
    _end(LoginSession.fingerprint == tokens.fingerprint(token))


def _end(which: ColumnElement[bool]) -> None:
    """End sessions, and let others know when there were any."""
    live = update(LoginSession).where(which, LoginSession.ended_at.is_(None))
    ended = live.values(ended_at=clock.now()).returning(LoginSession.id)
    if db.session.scalars(ended).all():
        signals.sessions_ended.send()
