"""Read what was meant to be decided about a request, and what its team found of that."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import User
from app.core.db import db
from app.core.errors import NotFound
from app.support.intentions import Intention
from app.support.models import SupportRequest


def intentions_about(request: SupportRequest) -> Sequence[Intention]:
    """Return every intention about a request with who wrote, the oldest first."""
    mine = select(Intention).where(Intention.request_id == request.id).order_by(Intention.id)
    people = (
        joinedload(one).lazyload(User.assignments) for one in (Intention.made_by, Intention.view_by)
    )
    return db.session.scalars(mine.options(*people)).all()


def last_intention(request: SupportRequest) -> Intention | None:
    """Return the newest intention about a request, as it is now."""
    mine = select(Intention).where(Intention.request_id == request.id)
    newest = mine.order_by(Intention.id.desc()).limit(1)
    return db.session.scalar(newest.execution_options(populate_existing=True))


def found_intention(request: SupportRequest) -> Intention:
    """Return the newest intention about a request. Raises ``NotFound``."""
    found = last_intention(request)
    if found is None:
        raise NotFound(_("De gemeente heeft je hier nog niets over gevraagd."))
    return found
