"""What this room adds to the page of an initiative: which help was asked, and what came of it."""

from app.accounts.models import Actor
from app.initiatives.lifecycle import ACTIVE
from app.initiatives.queries import Plan
from app.initiatives.signals import Panel
from app.support import queries, rules
from app.web.pieces import piece

ORDER = 20


def panel(initiative: Plan, *, actor: Actor) -> Panel | None:
    """Return the requests that were sent in; for the team also the way to ask."""
    may_ask = initiative.is_public and initiative.state in ACTIVE and rules.ask(actor, initiative)
    asked = tuple(queries.asked_by(initiative.id))
    if not asked and not may_ask:
        return None
    opens = rules.read_sent(actor, initiative)
    html = piece("support/panel.html", "panel", initiative.id, asked, opens, may_ask)
    return Panel(ORDER, html)
