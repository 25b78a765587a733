"""What this room adds to the page of an initiative: for a moderator, the way to hide it."""

from flask import render_template
from markupsafe import Markup

from app.accounts.models import Actor
from app.initiatives import rules
from app.initiatives.queries import Plan
from app.initiatives.signals import Panel

ORDER = 90


def panel(initiative: Plan, *, actor: Actor) -> Panel | None:
    """Return the way to hide a public initiative, or to show a hidden one again."""
    hidden = initiative.hidden_at is not None
    if not (initiative.is_public or hidden) or not rules.judge(actor, initiative):
        return None
    html = render_template("moderation/panel.html", initiative=initiative, hidden=hidden)
    return Panel(ORDER, Markup(html))  # noqa: S704 -- rendered by a template that escapes
