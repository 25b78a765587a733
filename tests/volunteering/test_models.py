"""What follows from the columns of a task, and what the database itself refuses."""

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Attendance, Shift, SignUp
from factories.accounts import a_person
from factories.volunteering import a_past_shift, a_place, a_shift, a_task


def test_a_public_task_is_called_by_its_own_name() -> None:
    assert a_task().public_title == "Zwerfvuil prikken"


def test_a_task_whose_texts_are_looked_at_is_called_after_its_initiative() -> None:
    assert a_task(state=TextState.WAITING).public_title == "Schone buurt"


def test_a_task_of_a_hidden_initiative_has_a_name_that_says_nothing() -> None:
    task = a_task()
    task.initiative.hidden_at = clock.now()

    assert task.public_title == "Een klus in de buurt"


@pytest.mark.parametrize("taken", [-1, 4])
def test_the_database_refuses_a_place_too_many_or_too_few(taken: int) -> None:
    shift = a_shift(places=3)

    with pytest.raises(IntegrityError, match="never_too_many"):
        db.session.execute(update(Shift).where(Shift.id == shift.id).values(taken=taken))


def test_the_database_refuses_a_second_sign_up_that_counts() -> None:
    bilal, shift = a_person("Bilal"), a_shift()
    for state in (SignUpState.CANCELLED, SignUpState.LAPSED, SignUpState.WAITING):
        db.session.add(SignUp(shift=shift, user=bilal, state=state))
    db.session.flush()

    db.session.add(SignUp(shift=shift, user=bilal, state=SignUpState.CONFIRMED))
    with pytest.raises(IntegrityError):
        db.session.flush()


@pytest.mark.parametrize("quarters", [-1, 97])
def test_the_database_refuses_hours_that_are_not_in_a_day(quarters: int) -> None:
    sign_up = a_place(a_past_shift(), "Bilal")

    db.session.add(Attendance(sign_up=sign_up, quarters=quarters, noted_by=a_person("Anna")))
    with pytest.raises(IntegrityError, match="quarters"):
        db.session.flush()


def test_the_database_refuses_to_note_somebody_twice() -> None:
    sign_up = a_place(a_past_shift(), "Bilal")

    for _ in range(2):
        noted = Attendance(sign_up_id=sign_up.id, quarters=4, noted_by=a_person("Anna"))
        db.session.add(noted)
    with pytest.raises(IntegrityError):
        db.session.flush()
