"""What this room adds to the page of an initiative: what you can come and do."""

from flask import render_template
from markupsafe import Markup

from app.accounts.models import Actor
from app.initiatives.models import Initiative
from app.initiatives.signals import Panel
from app.volunteering import queries, rules, words

ORDER = 10


def panel(initiative: Initiative, *, actor: Actor) -> Panel | None:
    """Return the open tasks with their next moment; for organisers also what waits for review."""
    organises = rules.make(actor, initiative)
    shifts = queries.next_shifts_of(initiative.id)
    if not shifts and not organises:
        return None
    html = render_template(
        "volunteering/panel.html",
        initiative=initiative,
        shifts=shifts,
        not_public=queries.tasks_in_the_making(initiative) if organises else [],
        may_make=organises and rules.takes_tasks(actor, initiative),
        words=words,
    )
    return Panel(ORDER, Markup(html))  # noqa: S704 -- rendered by a template that escapes
