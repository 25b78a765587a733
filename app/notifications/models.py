"""Messages: in the inbox of a person, in the mail, and announced on their devices."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import LoginSession
from app.core import clock
from app.core.db import Base


class Message(Base):
    """What we tell one person. Without ``user_id`` it is mail only (a one-time link)."""

    __tablename__ = "messages"
    __table_args__ = (Index(None, "user_id", "id"), Index(None, "user_id", "read_at"))

    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    email: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str]  # paragraphs, with a blank line between them
    link: Mapped[str] = mapped_column(default="")  # path within the portal
    link_label: Mapped[str] = mapped_column(String(80), default="")
    language: Mapped[str] = mapped_column(String(8), default="", server_default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    read_at: Mapped[datetime | None]
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
