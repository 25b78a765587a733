"""What this room adds to the page of a support request: the answers of professionals."""

from collections.abc import Sequence

from flask import render_template
from markupsafe import Markup

from app.accounts.models import Actor
from app.capacity import queries, rules
from app.capacity.models import Response, ResponseKind
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.signals import Panel
from app.support.lifecycle import OPEN
from app.support.models import SupportRequest

ORDER = 20


def panel(request: SupportRequest, *, actor: Actor) -> Panel | None:
    """Return the answers that ``actor`` may read, and the way to give one."""
    responses = queries.visible_responses(actor, request)
    may_respond = request.state in OPEN and rules.respond(actor, request)
    if not responses and not may_respond:
        return None
    html = render_template(
        "capacity/panel.html",
        support_request=request,
        responses=responses,
        may_respond=may_respond,
        own=_own(responses, request, actor=actor) if may_respond else [],
        rules=rules,
        life=TEXT_LIFE,
        question=ResponseKind.WE_NEED_TO_KNOW,
    )
    return Panel(ORDER, Markup(html))  # noqa: S704 -- rendered by a template that escapes


def _own(responses: Sequence[Response], request: SupportRequest, *, actor: Actor) -> list[Response]:
    """Return what the organisations of ``actor`` answered already, as far as it may stand."""
    serving = {organisation.id for organisation in queries.organisations_serving(actor, request)}
    return [
        one
        for one in responses
        if one.organisation_id in serving and one.state is not TextState.REJECTED
    ]
