"""The next moment of each open task, of a plan or in an area: the same as the list of tasks says."""

from collections.abc import Iterable
from datetime import timedelta

from app.core import clock
from app.core.db import db
from app.core.inquiries import answer
from app.volunteering import queries
from app.volunteering.models import Shift
from factories.areas import a_town
from factories.volunteering import a_shift, a_task, an_active_initiative


def days_from_now(days: float) -> Shift:
    return a_shift(starts_at=clock.now() + timedelta(days=days))


def tasks_of(shifts: Iterable[queries.NextShift]) -> list[int]:
    return [shift.task_id for shift in shifts]


def test_the_next_shift_says_what_the_shift_and_its_task_say() -> None:
    shift = a_shift(places=5)
    shift.taken = 3
    db.session.flush()

    (found,) = answer(queries.next_shifts_of(shift.task.initiative_id))

    assert found == (
        *(shift.task_id, shift.task.title, shift.starts_at, shift.ends_at),
        *(None, shift.places, shift.taken),
    )
    assert found.free == shift.free


def test_the_tasks_of_a_plan_come_by_their_next_moment() -> None:
    initiative = an_active_initiative()
    later, soon = a_task(initiative), a_task(initiative)
    for task, days in ((later, 5), (soon, 1), (soon, 3), (later, 9)):
        a_shift(task, starts_at=clock.now() + timedelta(days=days))
    days_from_now(2)

    assert tasks_of(answer(queries.next_shifts_of(initiative.id))) == [soon.id, later.id]
    assert tasks_of(answer(queries.next_shifts_of(initiative.id, limit=1))) == [soon.id]
    assert answer(queries.next_shifts_of(404)) == ()


def test_the_tasks_in_an_area_come_by_their_next_moment() -> None:
    town, here, elsewhere = a_town(), days_from_now(1), days_from_now(2)
    elsewhere.task.initiative.district_id = town.south.id
    elsewhere.task.initiative.neighbourhood_id = town.park.id
    db.session.flush()

    both = [here.task_id, elsewhere.task_id]
    assert tasks_of(answer(queries.next_shifts_in_district(town.north.id, limit=3))) == both[:1]
    assert tasks_of(answer(queries.next_shifts_in_district(town.south.id, limit=3))) == both[1:]
    assert tasks_of(answer(queries.next_shifts_in([town.mill.id, town.park.id], limit=3))) == both
    assert tasks_of(answer(queries.next_shifts_in([town.park.id], limit=3))) == both[1:]
    assert answer(queries.next_shifts_in([], limit=3)) == ()
