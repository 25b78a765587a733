"""Another time for more moments at once, and calling more of them off."""

from datetime import time

import pytest
from flask import Flask

from app.accounts.models import User
from app.audit.models import Entry
from app.core.dates import time_words
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.notifications.models import Message
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift, SignUp
from app.volunteering.service import NewTimes, Scope
from factories.accounts import a_person
from factories.races import at_once
from factories.volunteering import a_series, a_shift

AFTERNOON = NewTimes(time(14), time(15, 30), 8)


def starts(shifts: list[Shift]) -> list[str]:
    return [time_words(shift.starts_at) for shift in shifts]


def on(shifts: list[Shift]) -> list[bool]:
    return [shift.cancelled_at is None for shift in shifts]


def change(shift: Shift, scope: Scope, times: NewTimes = AFTERNOON) -> tuple[int, int]:
    anna = a_person("Anna")
    return service.change_moments(shift, scope, times, revision=shift.revision, by=anna)


@pytest.mark.parametrize(
    ("scope", "number", "expected"),
    [
        (Scope.ONE, (1, 0), ["10.00", "14.00", "10.00", "10.00"]),
        (Scope.FOLLOWING, (2, 1), ["10.00", "14.00", "10.00", "14.00"]),
        (Scope.EMPTY, (3, 0), ["14.00", "14.00", "10.00", "14.00"]),
    ],
)
def test_a_time_changes_for_what_was_meant_and_never_where_people_come(
    scope: Scope, number: tuple[int, int], expected: list[str]
) -> None:
    moments = a_series()
    service.sign_up(moments[2], by=a_person("Bilal"))

    assert change(moments[1], scope) == number

    assert starts(moments) == expected
    assert (moments[1].places, moments[1].revision, moments[2].revision) == (8, 1, 0)
    lines = db.session.query(Entry).filter_by(action="shifts.change").all()
    assert {line.reason for line in lines} == {"14:00 - 15:30, 8"}
    assert len(lines) == number[0]


def test_who_waits_counts_as_somebody_who_comes() -> None:
    shift = a_shift()
    db.session.add(SignUp(shift=shift, user=a_person("Bilal"), state=SignUpState.WAITING))
    db.session.flush()

    with pytest.raises(Refused) as refusal:
        change(shift, Scope.ONE)

    assert refusal.value.message == (
        "Er komen al mensen voor dit moment. De tijd blijft zoals hij is."
    )


def test_a_moment_without_a_series_is_alone() -> None:
    shift, other = a_shift(), a_shift()

    assert change(shift, Scope.FOLLOWING) == (1, 0)
    assert service.cancel_moments(shift, Scope.EMPTY, by=a_person("Anna")) == 1
    assert on([shift, other]) == [False, True]


def test_a_time_that_cannot_be_changes_nothing_at_all() -> None:
    moments = a_series()
    before = starts(moments)

    with pytest.raises(Refused) as refusal:
        change(moments[0], Scope.FOLLOWING, NewTimes(time(14), time(13), 8))

    assert refusal.value.field == "ends"
    assert starts(moments) == before


def test_the_second_of_two_organisers_hears_that_it_changed() -> None:
    (shift, *_rest) = a_series()
    change(shift, Scope.ONE)

    with pytest.raises(OutOfDate):
        service.change_moments(shift, Scope.ONE, AFTERNOON, revision=0, by=a_person("Anna"))


def test_what_is_off_does_not_change_any_more() -> None:
    (shift, *_rest) = a_series()
    service.cancel_shift(shift, by=a_person("Anna"))

    with pytest.raises(OutOfDate):
        change(shift, Scope.ONE)


@pytest.mark.parametrize(
    ("scope", "number", "expected"),
    [
        (Scope.ONE, 1, [True, False, True, True]),
        (Scope.FOLLOWING, 3, [True, False, False, False]),
        (Scope.EMPTY, 3, [False, False, True, False]),
    ],
)
def test_what_was_meant_is_called_off_and_who_comes_hears_it(
    scope: Scope, number: int, expected: list[bool]
) -> None:
    moments, bilal, anna = a_series(), a_person("Bilal"), a_person("Anna")
    service.sign_up(moments[2], by=bilal)

    for times, found in ((1, number), (2, 0 if scope is not Scope.ONE else 1)):
        assert service.cancel_moments(moments[1], scope, by=anna, reason="Regen") == found, times

    assert on(moments) == expected
    told = (
        db.session.query(Message)
        .filter_by(user_id=bilal.id)
        .filter(Message.subject.startswith("Gaat niet door"))
    )
    assert told.count() == (0 if expected[2] else 1)


def test_only_who_runs_the_plan_may() -> None:
    (shift, *_rest) = a_series()
    vera = a_person("Vera")

    with pytest.raises(NotAllowed):
        service.change_moments(shift, Scope.EMPTY, AFTERNOON, revision=0, by=vera)
    with pytest.raises(NotAllowed):
        service.cancel_moments(shift, Scope.EMPTY, by=vera)


def test_somebody_signs_up_while_the_time_changes_and_comes_at_a_time_they_know(
    app: Flask,
) -> None:
    for attempt in range(4):
        shift, bilal = a_shift(), a_person(f"Bilal {attempt}")
        shift_id, bilal_id, anna_id = shift.id, bilal.id, a_person("Anna").id
        before = shift.starts_at

        def join(shift_id: int = shift_id, bilal_id: int = bilal_id) -> None:
            found = db.session.get_one(Shift, shift_id)
            service.sign_up(found, by=db.session.get_one(User, bilal_id), revision=0)

        def move(shift_id: int = shift_id, anna_id: int = anna_id) -> None:
            found, anna = db.session.get_one(Shift, shift_id), db.session.get_one(User, anna_id)
            service.change_moments(found, Scope.ONE, AFTERNOON, revision=0, by=anna)

        assert at_once(app, [join, move]) == ["Refused", "done"]

        joined = db.session.query(SignUp).filter_by(shift_id=shift_id).count() == 1
        assert joined == (shift.starts_at == before)
