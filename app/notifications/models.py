"""Messages: in the inbox of a person, in the mail when they want it, and announced on their devices."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import LoginSession
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base

MOST_SINGLE = 2  # mails a day that nobody asked for; with the mail of the day they are three


class Topic(Choice):
    """What news is about that a person can do without in the mail."""

    PLANS = "plans", _l("Vragen en nieuws bij een plan waar je aan meedoet")
    TASKS = "tasks", _l("Aanmeldingen en afmeldingen bij je klussen")
    HELP = "help", _l("Reacties op een vraag om hulp")
    INVITATIONS = "invitations", _l("Uitnodigingen om mee te doen")


class Rhythm(Choice):
    """How often a person wants mail with news."""

    AT_ONCE = "at_once", _l("Meteen")
    DAY = "day", _l("Eén mail per dag, om 9 uur")
    WEEK = "week", _l("Eén mail per week, op maandag om 9 uur")
    NEVER = "never", _l("Geen mail: ik lees het op de site")


class Message(Base):
    """What we tell one person. Without ``user_id`` it is mail only (a one-time link).

    With a ``topic`` it is news: its reader decides when it is mailed, and ``digest_on`` is the day
    of the mail with all news in which it waits.
    """

    __tablename__ = "messages"
    __table_args__ = (
        Index(None, "user_id", "id"),
        Index(None, "user_id", "read_at"),
        Index(None, "email", "digest_on"),
    )

    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    email: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str]  # paragraphs, with a blank line between them
    link: Mapped[str] = mapped_column(default="")  # path within the portal
    link_label: Mapped[str] = mapped_column(String(80), default="")
    why: Mapped[str] = mapped_column(String(250), default="", server_default="")  # they get it
    topic: Mapped[Topic | None]
    heading: Mapped[str] = mapped_column(String(120), default="", server_default="")  # of the plan
    is_urgent: Mapped[bool] = mapped_column(default=False, server_default=false())  # news for now
    language: Mapped[str] = mapped_column(String(8), default="", server_default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    read_at: Mapped[datetime | None]
    counted_on: Mapped[date | None]  # the day on which it took one of the places of its address
    digest_on: Mapped[date | None]
    mailed_at: Mapped[datetime | None]


class MailWish(Base):
    """How often an address wants mail with news, and about which topics not.

    Also an address without an account can say that it wants no more.
    """

    __tablename__ = "mail_wishes"

    email: Mapped[str] = mapped_column(String(254), unique=True)
    rhythm: Mapped[Rhythm]
    before: Mapped[Rhythm | None]  # what comes back when a stop is undone
    without: Mapped[list[str]] = mapped_column(default=list)  # codes of topics


class MailDay(Base):
    """What an address got on one day that nobody there asked for: the limit is in the database.

    ``closed_at`` is when the mail of the day was written: what comes later goes into the next.
    """

    __tablename__ = "mail_days"
    __table_args__ = (
        UniqueConstraint("email", "day"),
        CheckConstraint(f"singles between 0 and {MOST_SINGLE}", name="singles"),
        Index(None, "day"),
    )

    email: Mapped[str] = mapped_column(String(254))
    day: Mapped[date]
    singles: Mapped[int] = mapped_column(default=0)
    closed_at: Mapped[datetime | None]
    mailed_at: Mapped[datetime | None]


class PushDevice(Base):
    """A browser that announces new messages, for as long as its session lasts.

    ``address`` is at the push service of the browser: who knows it and our key can reach the device.
    ``public_key`` and ``secret`` are of the browser, for what only it can read (RFC 8291).
    """

    __tablename__ = "push_devices"

    session_id: Mapped[int] = mapped_column(ForeignKey("login_sessions.id"), unique=True)
    address: Mapped[str] = mapped_column(String(1000), unique=True)
    public_key: Mapped[str] = mapped_column(String(90))
    secret: Mapped[str] = mapped_column(String(30))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    session: Mapped[LoginSession] = relationship()
