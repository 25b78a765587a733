"""Read tasks and shifts: what is open, and what an actor may see."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import contains_eager

from app.accounts.models import Actor
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative, InitiativeTheme, Theme
from app.initiatives.queries.visible import in_care_of, run_by
from app.volunteering.models import Shift, VolunteerTask
from app.volunteering.queries.scopes import TASKS, is_coming, is_next, is_open, the_one


class InTheMaking(NamedTuple):
    """A task that is not public yet, or will not be."""

    id: int
    title: str
    state: TextState


def visible_to(actor: Actor) -> Select[VolunteerTask]:
    """Select the tasks that ``rules.view`` allows; the parity test keeps the two the same."""
    is_public = and_(VolunteerTask.state == TextState.PUBLISHED, Initiative.is_listed == 1)
    seen = or_(is_public, run_by(actor), in_care_of(actor))
    return select(VolunteerTask).join(VolunteerTask.initiative).where(seen)


def found(actor: Actor, task_id: int) -> VolunteerTask:
    """Return the task with its initiative, or raise ``NotFound``."""
    tasks = visible_to(actor).options(contains_eager(VolunteerTask.initiative))
    return the_one(tasks, VolunteerTask.id, task_id)


def shift_for(actor: Actor, shift_id: int) -> Shift:
    """Return a shift of a task that ``actor`` may see, or raise ``NotFound``."""
    tasks = visible_to(actor).with_only_columns(VolunteerTask.id)
    return the_one(select(Shift).where(Shift.task_id.in_(tasks)), Shift.id, shift_id)


def open_tasks(*, district_id: int | None = None, theme: Theme | None = None) -> Select[Shift]:
    """Select the next shift of every task that people can join, soonest first."""
    shifts = (
        select(Shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(is_next(), is_open())
        .options(
            contains_eager(Shift.task)
            .contains_eager(VolunteerTask.initiative)
            .selectinload(Initiative.themes)
        )
        .order_by(Shift.starts_at, Shift.id)
    )
    if district_id is not None:
        shifts = shifts.where(Initiative.district_id == district_id)
    if theme is not None:
        is_about_it = (InitiativeTheme.initiative_id == Initiative.id) & (
            InitiativeTheme.theme == theme
        )
        shifts = shifts.where(exists().where(is_about_it))
    return shifts


def coming_shifts(tasks: Collection[VolunteerTask]) -> dict[int, list[Shift]]:
    """Return the coming shifts of ``tasks``, soonest first, by the id of the task."""
    shifts = select(Shift).where(is_coming(), Shift.task_id.in_([task.id for task in tasks]))
    by_task: dict[int, list[Shift]] = {task.id: [] for task in tasks}
    for shift in db.session.scalars(shifts.order_by(Shift.starts_at, Shift.id)):
        by_task[shift.task_id].append(shift)
    return by_task


def moments_of(tasks: Collection[VolunteerTask]) -> Sequence[Shift]:
    """Return the moments that did not begin yet, soonest first, also those that were called off."""
    shifts = select(Shift).where(
        Shift.starts_at > clock.now(), Shift.task_id.in_([task.id for task in tasks])
    )
    return db.session.scalars(shifts.order_by(Shift.starts_at, Shift.id)).all()


def public_tasks_of(initiative: Initiative) -> Sequence[VolunteerTask]:
    """Return the tasks of an initiative that everybody can read, oldest first."""
    public = select(VolunteerTask).where(
        VolunteerTask.initiative_id == initiative.id, VolunteerTask.state == TextState.PUBLISHED
    )
    return db.session.scalars(public.order_by(VolunteerTask.id)).all()


def tasks_of(initiative: Initiative) -> Sequence[VolunteerTask]:
    """Return every task that was ever made for an initiative, oldest first."""
    made = select(VolunteerTask).where(VolunteerTask.initiative_id == initiative.id)
    return db.session.scalars(made.order_by(VolunteerTask.id)).all()


def tasks_in_the_making(initiative_id: int) -> list[InTheMaking]:
    """Return the tasks that only their makers and moderators can read, oldest first."""
    rows = db.session.execute(_in_the_making(), {"plan": initiative_id})
    return [InTheMaking(*row) for row in rows]


@cache
def _in_the_making() -> Select[Any]:
    hidden = (TextState.WAITING, TextState.RETURNED, TextState.REJECTED)
    return (
        select(TASKS.c.id, TASKS.c.title, TASKS.c.state)
        .where(TASKS.c.initiative_id == bindparam("plan"), TASKS.c.state.in_(hidden))
        .order_by(TASKS.c.id)
    )
