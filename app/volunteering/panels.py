"""What this room adds to the page of an initiative: what you can come and do."""

from collections.abc import Sequence

from markupsafe import Markup

from app.accounts.models import Actor
from app.core.inquiries import answer
from app.initiatives.queries import Plan
from app.initiatives.signals import Panel
from app.volunteering import queries, rules, words
from app.volunteering.queries import NextShift
from app.web.pieces import piece

ORDER = 10
PIECES = "volunteering/panel.html"


def panel(initiative: Plan, *, actor: Actor) -> Panel | None:
    """Return the open tasks with their next moment; for organisers also what waits for review."""
    organises, takes_tasks = rules.make(actor, initiative), rules.takes_tasks(actor, initiative)
    shifts = answer(queries.next_shifts_of(initiative.id)) if takes_tasks else ()
    if organises:
        return _for_organisers(initiative, shifts, takes_tasks=takes_tasks)
    if not shifts:
        return None
    html = piece(PIECES, "panel", initiative.id, shifts, (), False, words)
    return Panel(ORDER, html, action=piece(PIECES, "join", shifts, words))


def _for_organisers(initiative: Plan, shifts: Sequence[NextShift], *, takes_tasks: bool) -> Panel:
    """Return what they made, or the way to a first task when there is nothing at all."""
    in_the_making = tuple(queries.tasks_in_the_making(initiative.id))
    if takes_tasks and not shifts and not in_the_making:
        return Panel(ORDER, Markup(), next_step=piece(PIECES, "first_task", initiative.id))
    html = piece(PIECES, "panel", initiative.id, shifts, in_the_making, takes_tasks, words)
    return Panel(ORDER, html)
