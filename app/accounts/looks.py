"""Who looked at personal data of whom: written with the page that shows them, told to the person.

A view that shows staff what not everybody may read calls ``note``. The looks are written when its
page is ready, in a transaction of their own, because reading a page writes nothing else. When
they cannot be written, the page is not given.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from flask import Flask, Response, g
from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Select, String, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.models import Actor, User
from app.accounts.roles import PERMISSIONS, Permission, Role
from app.core import clock
from app.core.choices import Choice
from app.core.db import READING, Base, db
from app.core.transaction import transaction

NOTED = "looks"  # where a request keeps them


class Why(Choice):
    """For which task somebody looked."""

    SIGN_UPS = "sign_ups", _l("om te zien wie er bij een klus helpt")
    REQUEST = "request", _l("om een vraag om hulp te behandelen")
    REVIEW = "review", _l("om een tekst te controleren voordat die op de site komt")
    CONCERNS = "concerns", _l("om te lezen waar buren zich zorgen over maken")
    MEMBERS = "members", _l("om de leden van een organisatie bij te houden")
    ROLES = "roles", _l("om bij te houden wie welke rol heeft")
    MAIL = "mail", _l("om te zien wie een mail niet kreeg")
    HELP = "help", _l("om een plan te veranderen voor wie geen e-mail heeft")
    LETTERS = "letters", _l("om een bericht te brengen aan wie geen e-mail heeft")
    LOG = "log", _l("om in het logboek te controleren wat er gebeurde")
    ARCHIVE = "archive", _l("om oude dossiers te bewaren of te vernietigen")


class Look(Base):
    """Somebody of the staff read personal data of ``person_id`` on a page about ``about``."""

    __tablename__ = "looks"
    __table_args__ = (Index(None, "person_id", "id"), Index(None, "at"))

    person_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    reader_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    role: Mapped[Role]
    organisation: Mapped[str] = mapped_column(String(120), default="")  # of the reader, if any
    why: Mapped[Why]
    about: Mapped[str] = mapped_column(
        String(120), default=""
    )  # the name of what the page is about
    at: Mapped[datetime] = mapped_column(default=clock.now)


def open_looks(app: Flask, organisation_of: Callable[[int], str]) -> None:
    """Let ``app`` write down looks; ``organisation_of`` tells for whom a reader works, by number.

    Call it before transactions are opened: looks are written after the one of the page has ended.
    """

    @app.after_request
    def write(response: Response) -> Response:
        noted = g.pop(NOTED, None)
        if noted and response.status_code < 400:
            db.session.info.pop(READING, None)
            with transaction():
                organisation = organisation_of(noted[0]["reader_id"])[:120]
                rows = [{**look, "organisation": organisation} for look in noted]
                db.session.execute(insert(Look), rows)
        return response


def note(people: Iterable[int | None], why: Why, *, by: Actor, about: str = "") -> None:
    """Remember that the page which is made shows ``by`` personal data of ``people``, by number.

    What people see of themselves is no look, and neither is what residents see of each other.
    """
    role = _role_for(why, by)
    if role is None:
        return
    for person_id in sorted({number for number in people if number is not None} - {by.id}):
        g.setdefault(NOTED, []).append(
            {
                "person_id": person_id,
                "reader_id": by.id,
                "role": role,
                "why": why,
                "about": about[:120],
                "at": clock.now(),
            }
        )


def looks_at(person: User) -> Select[Look]:
    """Select who looked at personal data of ``person``, the last one first."""
    return select(Look).where(Look.person_id == person.id).order_by(Look.id.desc())


def _role_for(why: Why, actor: Actor) -> Role | None:
    """Return the role in which ``actor`` looks; the one for this task, if they have several."""
    roles = [held.role for held in actor.assignments]
    return next((role for role in roles if PERMISSIONS[role] & TASKS[why]), next(iter(roles), None))


TASKS: dict[Why, frozenset[Permission]] = {
    Why.SIGN_UPS: frozenset({Permission.COORDINATE}),
    Why.REQUEST: frozenset(
        {Permission.COORDINATE, Permission.DECIDE, Permission.ADVISE, Permission.RESPOND}
    ),
    Why.REVIEW: frozenset({Permission.MODERATE}),
    Why.CONCERNS: frozenset({Permission.COORDINATE}),
    Why.MAIL: frozenset({Permission.COORDINATE}),
    Why.HELP: frozenset({Permission.ASSIST}),
    Why.LETTERS: frozenset({Permission.ASSIST}),
    Why.MEMBERS: frozenset({Permission.ADMINISTER}),
    Why.ROLES: frozenset({Permission.ADMINISTER}),
    Why.LOG: frozenset({Permission.READ_AUDIT}),
    Why.ARCHIVE: frozenset({Permission.ARCHIVE}),
}
