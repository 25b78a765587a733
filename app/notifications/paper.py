"""Messages to people without e-mail: whoever helps residents there prints them as letters, or tells them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, Select, bindparam, func, select, true, update
from sqlalchemy.orm import contains_eager

from app.accounts.models import Actor, PostalAddress, User
from app.accounts.post import Address
from app.accounts.roles import Permission
from app.areas import queries as areas
from app.areas.tree import tree
from app.audit.service import record
from app.core import clock
from app.core.choices import Choice
from app.core.db import LARGEST_NUMBER, db
from app.core.errors import NotFound, OutOfDate
from app.core.inquiries import Inquiry
from app.notifications.models import Message

MOST = 100  # on the page; the newest wait until others are handled
SHOWN_AGAIN = timedelta(days=7)  # what was ticked off, for who ticked the wrong one


class Way(Choice):
    """How a message reached somebody without e-mail."""

    POST = "post", _l("Met een brief")
    TOLD = "told", _l("Aan de telefoon of aan de balie")


class OnPaper(NamedTuple):
    """A message, and who should get it where."""

    message: Message
    person: User
    where: Address


class Waiting(NamedTuple):
    """How many messages wait to be brought, and since when the longest does."""

    number: int
    since: datetime | None


def waiting_for_post(person: User) -> Inquiry[Waiting]:
    """Ask how many messages wait where ``person`` helps residents: always one row."""
    homes = _homes(person)
    return Inquiry(_counted(homes is None), {"homes": homes}, Waiting)


def to_bring(actor: Actor) -> Sequence[OnPaper]:
    """Return the messages that wait where ``actor`` helps residents, oldest first."""
    waiting = _there(actor).where(Message.mailed_at.is_(None)).order_by(Message.id)
    return _rows(waiting)


def brought_lately(actor: Actor) -> Sequence[OnPaper]:
    """Return the messages there that reached somebody in the last week, the last one first."""
    lately = Message.mailed_at > clock.now() - SHOWN_AGAIN
    return _rows(_there(actor).where(lately).order_by(Message.mailed_at.desc(), Message.id.desc()))


def on_paper(actor: Actor, message_id: int) -> OnPaper:
    """Return one message to somebody there; raises ``NotFound`` for any other number."""
    wanted = _there(actor).where(Message.id == message_id)
    rows = _rows(wanted) if message_id <= LARGEST_NUMBER else []
    if not rows:
        raise NotFound(_("We kunnen dit bericht niet vinden."))
    return rows[0]


def note_brought(message: Message, way: Way, *, by: User) -> None:
    """Remember that a message reached its reader, and who brought it how.

    Raises ``OutOfDate`` (409) when somebody noted that before.
    """
    if not _tick(message, Message.mailed_at.is_(None), clock.now()):
        raise OutOfDate(_("Dit was al gedaan."))
    record(by, "messages.bring", message, new=way.value)


def take_back(message: Message, *, by: User) -> None:
    """Let a message wait again that was ticked off by mistake; raises ``OutOfDate`` when it waits already."""
    if not _tick(message, Message.mailed_at.is_not(None), None):
        raise OutOfDate(_("Dit was al gedaan."))
    record(by, "messages.not_brought", message)


def _tick(message: Message, before: ColumnElement[bool], at: datetime | None) -> bool:
    """Set when it was brought, once: of two at the same moment one does. Tell whether it was this one."""
    ticked = update(Message).where(Message.id == message.id, before).values(mailed_at=at)
    return db.session.scalar(ticked.returning(Message.id)) is not None


def _there(actor: Actor) -> Select[Message, PostalAddress]:
    homes = _homes(actor)
    return (
        select(Message, PostalAddress)
        .join(PostalAddress, PostalAddress.user_id == Message.user_id)
        .join(PostalAddress.user)
        .options(contains_eager(PostalAddress.user))
        .where(true() if homes is None else User.neighbourhood_id.in_(homes))
        .limit(MOST)
    )


def _rows(wanted: Select[Message, PostalAddress]) -> list[OnPaper]:
    return [
        OnPaper(message, kept.user, Address(kept.street, kept.postcode, kept.town))
        for message, kept in db.session.execute(wanted)
    ]


@cache
def _counted(everywhere: bool) -> Select[*tuple[Any, ...]]:
    messages, people = Message.__table__, User.__table__
    post = PostalAddress.__table__
    there = people.c.neighbourhood_id.in_(bindparam("homes", expanding=True))
    return (
        select(func.count(messages.c.id), func.min(messages.c.created_at))
        .select_from(post)
        .join(people, people.c.id == post.c.user_id)
        .join(messages, messages.c.user_id == people.c.id)
        .where(messages.c.mailed_at.is_(None), true() if everywhere else there)
    )


def _homes(actor: Actor) -> list[int] | None:
    """Return the ids of the neighbourhoods where ``actor`` helps residents; ``None`` for everywhere."""
    where = actor.areas_where(Permission.ASSIST)
    if where is None:
        return None
    known = [place for number in where if (place := areas.by_id(number))]
    return sorted({place.id for one in known for place in (one, *tree().children(one.id))})
