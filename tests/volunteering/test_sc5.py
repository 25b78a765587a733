"""Scenario SC5: ten places, twelve people, three cancel."""

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.core.jobs import Job
from app.volunteering import queries, service
from app.volunteering.lifecycle import SignUpState
from factories.accounts import a_person
from factories.notifications import mails_to
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours

SignedIn = Callable[[User], FlaskClient]


def test_a_the_eleventh_and_twelfth_are_on_the_waiting_list_with_a_position() -> None:
    shift = a_shift(places=10)

    sign_ups = all_sign_up(shift, neighbours(12))

    assert [one.state for one in sign_ups[:10]] == [SignUpState.CONFIRMED] * 10
    assert [one.state for one in sign_ups[10:]] == [SignUpState.WAITING] * 2
    assert [queries.position(one) for one in sign_ups[10:]] == [1, 2]
    assert shift.taken == 10


def test_b_at_three_cancellations_the_first_two_move_up_and_one_place_is_free() -> None:
    people, shift = neighbours(12), a_shift(places=10)
    sign_ups = all_sign_up(shift, people)

    for sign_up, person in zip(sign_ups[:3], people[:3], strict=True):
        service.cancel(sign_up, by=person)

    assert [one.state for one in sign_ups[10:]] == [SignUpState.OFFERED] * 2
    assert (shift.taken, shift.free) == (9, 1)


def test_b_who_moves_up_gets_a_message_with_24_hours_to_answer() -> None:
    people, shift = neighbours(2), a_shift(places=1)
    first, second = all_sign_up(shift, people)
    before = clock.now()

    service.cancel(first, by=people[0])

    assert second.answer_by is not None
    assert timedelta(hours=24) <= second.answer_by - before < timedelta(hours=24, minutes=1)
    job = db.session.query(Job).filter_by(kind="volunteering.lapse_offer").one()
    assert job.due_at == second.answer_by
    assert mails_to(people[1].email)[-1].subject == "Er is een plek voor je: Zwerfvuil prikken"


def test_b_when_the_shift_is_near_there_are_two_hours_to_answer() -> None:
    people = neighbours(2)
    shift = a_shift(places=1, starts_at=clock.now() + timedelta(hours=47))
    first, second = all_sign_up(shift, people)
    before = clock.now()

    service.cancel(first, by=people[0])

    assert second.answer_by is not None
    assert timedelta(hours=2) <= second.answer_by - before < timedelta(hours=2, minutes=1)


def test_d_an_overlapping_shift_is_refused_with_a_reason_that_names_the_other(
    signed_in: SignedIn,
) -> None:
    bilal = a_person("Bilal")
    first = a_shift(a_task(title="Soep koken"))
    overlapping = a_shift(
        a_task(title="Bankje verven"), starts_at=first.starts_at + timedelta(hours=1)
    )
    service.sign_up(first, by=bilal)

    answer = signed_in(bilal).post(f"/momenten/{overlapping.id}/aanmelding")

    assert answer.status_code == 422
    assert "Je hebt je al aangemeld voor “Soep koken”" in answer.text
