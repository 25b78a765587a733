"""After a backup was put back: no session or link of then opens anything any more."""

from sqlalchemy import delete, update

from app.accounts import sessions
from app.accounts.models import Doorstep, OneTimeLink
from app.accounts.passkey_models import PasskeyChallenge
from app.core import clock
from app.core.db import db


def sign_everybody_out() -> None:
    """End every session, and let every one-time link be too late: some were used or ended since.

    Nobody waits on a doorstep any more, and no passkey that a browser was asked for still comes.
    """
    sessions.end_every_one()
    for model in (Doorstep, PasskeyChallenge):
        db.session.execute(delete(model))
    now = clock.now()
    live = update(OneTimeLink).where(OneTimeLink.expires_at > now)
    db.session.execute(live.values(expires_at=now))
