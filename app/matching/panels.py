"""What this room adds to the page of a support request: the way to who could help."""

from flask import render_template
from markupsafe import Markup

from app.accounts.models import Actor
from app.initiatives.signals import Panel
from app.matching import queries, rules
from app.support.models import SupportRequest

ORDER = 10


def panel(request: SupportRequest, *, actor: Actor) -> Panel | None:
    """Return the link to the ranked list, for who may invite."""
    if not rules.invite(actor, request):
        return None
    html = render_template(
        "matching/panel.html", request_id=request.id, asked=len(queries.invitations_of(request))
    )
    return Panel(ORDER, Markup(html))  # noqa: S704 -- rendered by a template that escapes
