"""The moments of a task: adding one, making room, and calling one off."""

from datetime import timedelta

import pytest

from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives.lifecycle import TextState
from app.notifications.models import Message
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift
from factories.accounts import a_coordinator, a_person
from factories.volunteering import a_shift, a_shift_plan, a_task, all_sign_up, neighbours

NOW = clock.now()


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (service.ShiftPlan(NOW - timedelta(hours=1), NOW + timedelta(hours=1), 5), "date"),
        (service.ShiftPlan(NOW + timedelta(days=900), NOW + timedelta(days=901), 5), "date"),
        (service.ShiftPlan(NOW + timedelta(hours=2), NOW + timedelta(hours=1), 5), "ends"),
        (service.ShiftPlan(NOW + timedelta(hours=2), NOW + timedelta(hours=2), 5), "ends"),
        (service.ShiftPlan(NOW + timedelta(hours=2), NOW + timedelta(hours=27), 5), "ends"),
        (service.ShiftPlan(NOW + timedelta(hours=2), NOW + timedelta(hours=3), 0), "places"),
        (service.ShiftPlan(NOW + timedelta(hours=2), NOW + timedelta(hours=3), 501), "places"),
    ],
)
def test_a_moment_that_cannot_be_is_refused_at_its_field(
    plan: service.ShiftPlan, field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        service.add_shift(a_task(), plan, by=a_person("Anna"))

    assert refusal.value.field == field
    assert db.session.query(Shift).count() == 0


def test_the_organiser_adds_a_moment() -> None:
    task, plan = a_task(), a_shift_plan(places=3)

    shift = service.add_shift(task, plan, by=a_person("Anna"))

    assert (shift.task, shift.starts_at, shift.places, shift.taken) == (task, plan.starts_at, 3, 0)
    assert db.session.query(Entry).one().action == "shifts.add"


@pytest.mark.parametrize("state", [TextState.WITHDRAWN, TextState.REJECTED])
def test_a_task_that_is_gone_gets_no_moments(state: TextState) -> None:
    with pytest.raises(OutOfDate):
        service.add_shift(a_task(state=state), a_shift_plan(), by=a_person("Anna"))


def test_only_organisers_add_change_or_call_off() -> None:
    shift = a_shift()
    for actor in (a_person("Bilal"), a_coordinator()):
        with pytest.raises(NotAllowed):
            service.add_shift(shift.task, a_shift_plan(), by=actor)
        with pytest.raises(NotAllowed):
            service.change_places(shift, 3, by=actor)
        with pytest.raises(NotAllowed):
            service.cancel_shift(shift, by=actor)


def test_more_places_let_more_people_move_up() -> None:
    shift = a_shift(places=1)
    sign_ups = all_sign_up(shift, neighbours(4))

    service.change_places(shift, 3, by=a_person("Anna"))

    assert [one.state for one in sign_ups] == [
        SignUpState.CONFIRMED,
        SignUpState.OFFERED,
        SignUpState.OFFERED,
        SignUpState.WAITING,
    ]
    assert (shift.places, shift.taken) == (3, 3)


def test_fewer_places_than_are_taken_is_refused() -> None:
    shift = a_shift(places=5)
    all_sign_up(shift, neighbours(3))

    with pytest.raises(Refused, match="Er zijn al 3 plekken vergeven") as refusal:
        service.change_places(shift, 2, by=a_person("Anna"))

    assert (refusal.value.field, shift.places) == ("places", 5)


def test_exactly_the_places_that_are_taken_is_fine() -> None:
    shift = a_shift(places=5)
    all_sign_up(shift, neighbours(3))

    service.change_places(shift, 3, by=a_person("Anna"))

    assert (shift.places, shift.free) == (3, 0)


@pytest.mark.parametrize("number", [0, 501])
def test_a_number_of_places_that_cannot_be_is_refused(number: int) -> None:
    with pytest.raises(Refused):
        service.change_places(a_shift(), number, by=a_person("Anna"))


def test_a_shift_that_has_begun_keeps_its_places() -> None:
    shift = a_shift(starts_at=clock.now() - timedelta(minutes=1))

    with pytest.raises(OutOfDate):
        service.change_places(shift, 3, by=a_person("Anna"))


def test_calling_off_tells_everybody_who_has_or_waits_for_a_place() -> None:
    people, shift = neighbours(4), a_shift(places=2)
    sign_ups = all_sign_up(shift, people)
    service.cancel(sign_ups[0], by=people[0])
    db.session.query(Message).delete()

    service.cancel_shift(shift, by=a_person("Anna"), reason="Het gaat hard regenen.")

    assert shift.cancelled_at is not None
    assert shift.taken == 0
    assert [one.state for one in sign_ups] == [SignUpState.CANCELLED] * 4
    told = db.session.query(Message).order_by(Message.user_id).all()
    assert [message.user_id for message in told] == [person.id for person in people[1:]]
    assert {message.subject for message in told} == {"Gaat niet door: Zwerfvuil prikken"}
    assert "De organisator schrijft: “Het gaat hard regenen.”" in told[0].text


def test_calling_off_twice_tells_people_once() -> None:
    shift = a_shift()
    all_sign_up(shift, neighbours(1))
    service.cancel_shift(shift, by=a_person("Anna"))
    messages = db.session.query(Message).count()

    service.cancel_shift(shift, by=a_person("Anna"))

    assert db.session.query(Message).count() == messages


def test_a_shift_that_was_called_off_keeps_its_places() -> None:
    shift = a_shift()
    service.cancel_shift(shift, by=a_person("Anna"))

    with pytest.raises(OutOfDate, match="gaat al niet door"):
        service.change_places(shift, 3, by=a_person("Anna"))
