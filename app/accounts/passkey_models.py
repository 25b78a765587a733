"""Passkeys of people, and what browsers were asked about them and did not answer yet."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.db import Base

LONGEST_NAME = 60  # characters
LONGEST_ID = 1364  # characters of base64url: 1,023 bytes, the most that a browser may give


class Passkey(Base):
    """A key pair of which a device, or the account behind it, keeps the secret half (WebAuthn).

    ``sign_count`` is how often the device said it was used; devices that do not count say 0.
    """

    __tablename__ = "passkeys"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    credential_id: Mapped[str] = mapped_column(String(LONGEST_ID), unique=True)  # base64url
    public_key: Mapped[bytes] = mapped_column(LargeBinary)  # COSE
    sign_count: Mapped[int] = mapped_column(BigInteger)
    transports: Mapped[str] = mapped_column(String(100))  # how to reach it, as the browser said
    is_backed_up: Mapped[bool] = mapped_column(server_default=false())
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship()


class PasskeyChallenge(Base):
    """A question to the browser that keeps its token, for a few minutes and one answer.

    Only the fingerprint is kept. ``user_id`` is who is signed in there; nobody else may answer.
    """

    __tablename__ = "passkey_challenges"

    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    expires_at: Mapped[datetime]
