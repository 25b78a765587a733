"""What this room adds to the page of an initiative: what you can come and do."""

from app.accounts.models import Actor
from app.initiatives.queries import Plan
from app.initiatives.signals import Panel
from app.volunteering import queries, rules, words
from app.web.pieces import piece

ORDER = 10


def panel(initiative: Plan, *, actor: Actor) -> Panel | None:
    """Return the open tasks with their next moment; for organisers also what waits for review."""
    organises, takes_tasks = rules.make(actor, initiative), rules.takes_tasks(actor, initiative)
    shifts = tuple(queries.next_shifts_of(initiative.id)) if takes_tasks else ()
    if not shifts and not organises:
        return None
    html = piece(
        *("volunteering/panel.html", "panel", initiative.id, shifts),
        tuple(queries.tasks_in_the_making(initiative.id)) if organises else (),
        organises and takes_tasks,
        words,
    )
    return Panel(ORDER, html)
