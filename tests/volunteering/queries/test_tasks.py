"""Read tasks and shifts: what is open, and what an actor may see."""

from datetime import timedelta

import pytest

from app.accounts.models import Visitor
from app.core import clock
from app.core.db import db
from app.core.errors import NotFound
from app.core.inquiries import answer
from app.core.paging import page_of
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import InitiativeTheme, Theme
from app.volunteering import queries, rules
from app.volunteering.models import Shift, VolunteerTask
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.volunteering import a_shift, a_task, an_active_initiative


def days_from_now(days: float) -> Shift:
    return a_shift(starts_at=clock.now() + timedelta(days=days))


def test_the_list_and_the_rule_agree_for_everybody_about_every_state() -> None:
    town = a_town()
    actors = [
        Visitor(),
        a_person("Anna"),
        a_person("Bilal"),
        a_coordinator(town.north),
        a_coordinator(town.south, "Sjoerd"),
        a_coordinator(None, "Chef"),
        a_moderator(),
    ]
    for state in State:
        for hidden_at in (None, clock.now()):
            initiative = an_active_initiative(state=state)
            initiative.hidden_at = hidden_at
            for text_state in TextState:
                a_task(initiative, state=text_state)
    db.session.commit()

    everything = db.session.query(VolunteerTask).all()
    for actor in actors:
        listed = set(db.session.scalars(queries.visible_to(actor)))
        assert listed == {task for task in everything if rules.view(actor, task)}, actor


def test_a_task_that_somebody_may_not_see_is_not_found() -> None:
    task = a_task(state=TextState.WAITING)

    assert queries.found(a_person("Anna"), task.id) is task
    for number in (task.id, 404, 10**30):
        with pytest.raises(NotFound):
            queries.found(Visitor(), number)


def test_a_shift_is_found_with_its_task_only() -> None:
    hidden, seen = a_shift(a_task(state=TextState.WAITING)), a_shift()

    assert queries.shift_for(Visitor(), seen.id) is seen
    with pytest.raises(NotFound):
        queries.shift_for(Visitor(), hidden.id)


def test_open_tasks_come_by_their_next_moment_each_of_them_once() -> None:
    later, soon = days_from_now(5), days_from_now(1)
    a_shift(soon.task, starts_at=clock.now() + timedelta(days=9))
    a_shift(later.task, starts_at=clock.now() - timedelta(days=1))

    assert page_of(queries.open_tasks(), None).rows == [soon, later]


def test_two_moments_at_the_same_time_count_as_one_task() -> None:
    first = days_from_now(1)
    a_shift(first.task, starts_at=first.starts_at)

    assert page_of(queries.open_tasks(), None).rows == [first]


def test_what_is_over_called_off_or_not_public_is_not_open() -> None:
    a_shift(starts_at=clock.now() - timedelta(minutes=1))
    days_from_now(1).cancelled_at = clock.now()
    a_shift(a_task(state=TextState.WAITING))
    a_shift(a_task(an_active_initiative(state=State.PAUSED)))
    hidden = an_active_initiative()
    hidden.hidden_at = clock.now()
    a_shift(a_task(hidden))

    assert page_of(queries.open_tasks(), None).rows == []
    assert answer(queries.next_shifts_in_district(a_town().north.id, limit=9)) == ()


def test_open_tasks_are_narrowed_by_district_and_theme() -> None:
    town, here, elsewhere = a_town(), days_from_now(1), days_from_now(2)
    elsewhere.task.initiative.district_id = town.south.id
    elsewhere.task.initiative.themes.append(InitiativeTheme(theme=Theme.SURROUNDINGS))

    assert page_of(queries.open_tasks(district_id=town.north.id), None).rows == [here]
    assert page_of(queries.open_tasks(theme=Theme.SURROUNDINGS), None).rows == [elsewhere]
    assert page_of(queries.open_tasks(theme=Theme.WORK), None).rows == []


def test_the_list_goes_on_at_its_bookmark() -> None:
    shifts = [days_from_now(day) for day in range(1, 6)]

    first = page_of(queries.open_tasks(), None, size=3)
    second = page_of(queries.open_tasks(), first.next, size=3)

    assert [*first.rows, *second.rows] == shifts
    assert second.next is None


def test_coming_shifts_are_given_by_task_in_order() -> None:
    later = days_from_now(5)
    soon = a_shift(later.task, starts_at=clock.now() + timedelta(days=1))
    without = a_task()

    assert queries.coming_shifts([later.task, without]) == {
        later.task_id: [soon, later],
        without.id: [],
    }


def test_the_tasks_of_an_initiative_are_its_own() -> None:
    shift, _ = days_from_now(1), days_from_now(2)
    waiting = a_task(shift.task.initiative, state=TextState.WAITING)
    gone = a_task(shift.task.initiative, state=TextState.WITHDRAWN)

    initiative = shift.task.initiative
    assert queries.tasks_of(initiative) == [shift.task, waiting, gone]
    assert queries.tasks_in_the_making(initiative.id) == [
        (waiting.id, waiting.title, waiting.state)
    ]
