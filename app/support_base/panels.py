"""What this room adds to the page of a plan, for its people, and to that of a request, for the staff."""

from app.accounts.models import Actor
from app.initiatives.queries import Plan
from app.initiatives.signals import Panel
from app.support import rules as support_rules
from app.support.models import SupportRequest
from app.support_base import queries, rules
from app.web.pieces import piece

ORDER = 1


def panel(initiative: Plan, *, actor: Actor) -> Panel | None:
    """Return the way to the numbers of a plan; nothing for neighbours, and nothing is read then."""
    if not actor.is_authenticated or not rules.read(actor, initiative):
        return None
    return Panel(ORDER, piece("support_base/way.html", "way", initiative.id))


def for_request(request: SupportRequest, *, actor: Actor) -> Panel | None:
    """Return how many people are for the plan that asks, for who reads amounts as staff."""
    initiative = request.initiative
    if not support_rules.read_advice(actor, request):
        return None
    opens = rules.read(actor, initiative)
    told = initiative.id, queries.totals_of(initiative), opens
    return Panel(ORDER, piece("support_base/panel.html", "panel", *told))
