"""What this room adds to the page of an initiative: which help was asked, and what came of it."""

from markupsafe import Markup

from app.accounts.models import Actor
from app.initiatives.lifecycle import ACTIVE
from app.initiatives.queries import Plan
from app.initiatives.signals import Panel
from app.support import queries, rules, words
from app.web.pieces import piece

ORDER = 20
PIECES = "support/panel.html"


def panel(initiative: Plan, *, actor: Actor) -> Panel | None:
    """Return the requests that were sent in; for the team also the way to ask."""
    may_ask = initiative.is_public and initiative.state in ACTIVE and rules.ask(actor, initiative)
    asked = tuple(queries.asked_by(initiative.id))
    if asked:
        opens = rules.read_sent(actor, initiative)
        return Panel(ORDER, piece(PIECES, "panel", initiative.id, asked, opens, may_ask, words))
    if may_ask:
        return Panel(ORDER, Markup(), next_step=piece(PIECES, "way_to_ask", initiative.id))
    return None
