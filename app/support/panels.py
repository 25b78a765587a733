"""What this room adds to the page of an initiative: which help was asked, and what came of it."""

from dataclasses import dataclass

from flask import render_template
from markupsafe import Markup

from app.accounts.models import Actor
from app.initiatives.lifecycle import ACTIVE
from app.initiatives.models import Initiative
from app.initiatives.signals import Panel
from app.support import queries, rules
from app.support.decisions import Decision
from app.support.lifecycle import RequestState
from app.support.models import SupportKind, SupportRequest

ORDER = 20


@dataclass(frozen=True)
class Line:
    """A request as everybody may know it; ``request_id`` only for who may open it."""

    state: RequestState
    kinds: list[SupportKind]
    cents: int
    request_id: int | None
    reference: str | None


def panel(initiative: Initiative, *, actor: Actor) -> Panel | None:
    """Return the requests that were sent in; for the team also the way to ask."""
    may_ask = initiative.is_public and initiative.state in ACTIVE and rules.ask(actor, initiative)
    rows = queries.latest_of(initiative.id)
    opens = bool(rows) and rules.view(actor, rows[0][0])  # they lie in one place, of one team
    lines = [_line(*row, opens=opens) for row in rows]
    if not lines and not may_ask:
        return None
    html = render_template(
        "support/panel.html", initiative=initiative, lines=lines, may_ask=may_ask
    )
    return Panel(ORDER, Markup(html))  # noqa: S704 -- rendered by a template that escapes


def _line(request: SupportRequest, decision: Decision | None, *, opens: bool) -> Line:
    return Line(
        state=request.state,
        kinds=sorted({need.kind for need in request.needs}, key=lambda kind: kind.label),
        cents=decision.cents if decision else 0,
        request_id=request.id if opens else None,
        reference=request.reference if opens else None,
    )
