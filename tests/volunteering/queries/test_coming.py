"""Where somebody comes to help."""

from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.core.inquiries import answer
from app.core.paging import page_of
from app.initiatives.lifecycle import State, TextState
from app.volunteering import queries, service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_person
from factories.volunteering import a_shift, a_task, an_active_initiative


def as_shown(sign_up: SignUp) -> queries.Coming:
    shift = sign_up.shift
    return queries.Coming(
        *(shift.task.title, sign_up.state, sign_up.answer_by),
        *(shift.starts_at, shift.ends_at, shift.cancelled_at),
    )


def test_coming_sign_ups_show_the_last_word_for_each_shift_soonest_first() -> None:
    bilal = a_person("Bilal")
    late, soon = a_shift(), a_shift(starts_at=clock.now() + timedelta(days=1))
    service.cancel(service.sign_up(late, by=bilal), by=bilal)
    again = service.sign_up(late, by=bilal)
    left = service.sign_up(soon, by=bilal)
    service.cancel(left, by=bilal)
    over = service.sign_up(a_shift(starts_at=clock.now() + timedelta(days=2)), by=bilal)
    over.shift.starts_at = clock.now() - timedelta(hours=3)
    over.shift.ends_at = clock.now() - timedelta(hours=1)
    service.sign_up(late, by=a_person("Vera"))

    rows = page_of(queries.coming_for(bilal), None).rows

    assert [(one, one.state) for one in rows] == [
        (left, SignUpState.CANCELLED),
        (again, SignUpState.CONFIRMED),
    ]
    assert list(answer(queries.first_coming(bilal, 10))) == [as_shown(left), as_shown(again)]


@pytest.mark.parametrize("state", [TextState.PUBLISHED, TextState.WAITING])
@pytest.mark.parametrize("plan_state", [State.RUNNING, State.SUBMITTED])
@pytest.mark.parametrize("hidden", [False, True])
def test_a_desk_shows_the_title_that_everybody_may_read(
    state: TextState, plan_state: State, hidden: bool
) -> None:
    bilal, plan = a_person("Bilal"), an_active_initiative(state=plan_state)
    plan.hidden_at = clock.now() if hidden else None
    task = a_task(plan, state=state)
    db.session.add(SignUp(shift=a_shift(task), user=bilal, state=SignUpState.CONFIRMED))
    db.session.flush()

    (shown,) = answer(queries.first_coming(bilal, 10))

    assert shown.public_title == task.public_title
