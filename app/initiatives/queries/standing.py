"""How a plan stands, for whoever has the address from the mail: nobody has to sign in for that."""

from datetime import date
from typing import NamedTuple

from itsdangerous import BadSignature, Signer

from app.audit.queries import last_step
from app.core import clock, tokens
from app.core.db import LARGEST_NUMBER, db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.queries.timeline import Expected, ahead

SALT = "how a plan stands"


class Standing(NamedTuple):
    """Where a plan is now, since when, and what comes next."""

    state: State
    since: date
    coming: Expected | None


def standing_key(initiative_id: int) -> str:
    """Return what opens the page of how a plan stands, and nothing else.

    It is the number with a signature of this portal: it is kept nowhere, and works as long as
    the portal knows the key that signed it.
    """
    return _signer().sign(str(initiative_id)).decode()


def plan_behind(key: str) -> Initiative | None:
    """Return the plan whose key this is."""
    try:
        number = int(_signer().unsign(key))
    except (BadSignature, ValueError):
        return None
    return db.session.get(Initiative, number) if number <= LARGEST_NUMBER else None


def standing_of(initiative: Initiative) -> Standing:
    """Return how a plan stands: at the cost of one statement."""
    step = last_step(Initiative.__tablename__, initiative.id)
    moment = step.at if step else initiative.submitted_at or initiative.created_at
    coming = ahead(initiative)
    return Standing(
        initiative.state,
        moment.astimezone(clock.AMSTERDAM).date(),
        coming[0] if coming else None,
    )


def _signer() -> Signer:
    return Signer(tokens.signing_keys(), salt=SALT)
