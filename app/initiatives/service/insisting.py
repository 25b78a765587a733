"""Remember that somebody was warned about personal data in a text, and chose to keep them."""

from collections.abc import Iterable

from app.accounts.models import Actor
from app.audit.service import record
from app.core.db import Base
from app.initiatives import queries
from app.initiatives.queries.insisting import KEEP


def insist(text: Base, codes: Iterable[str], *, by: Actor) -> None:
    """Write in the log that ``by`` keeps these kinds of personal data in ``text``; each kind once.

    Only the kinds are written down, never the data. A moderator reads it beside the text.
    """
    wanted = list(codes)
    if not wanted:
        return
    thing = (text.__tablename__, text.id)
    known = queries.kept_in([thing])[thing]
    for code in wanted:
        if code not in known:
            record(by, f"{text.__tablename__}.{KEEP}", text, old=code)
