"""People who do things at the same moment: no place is promised twice, and none stays empty."""

from collections import Counter
from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.core.jobs import Job
from app.volunteering import queries, service
from app.volunteering.lifecycle import HOLDS_A_PLACE, SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask
from app.volunteering.service.waiting_list import lapse_offer
from app.volunteering.wishes import TaskMark
from factories.accounts import a_person
from factories.races import Deed, at_once
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours, some_wishes

SignedIn = Callable[[User], FlaskClient]


def signing_up(person: User, shift: Shift) -> Deed:
    person_id, shift_id = person.id, shift.id
    return lambda: service.sign_up(
        db.session.get_one(Shift, shift_id), by=db.session.get_one(User, person_id)
    )


def cancelling(sign_up: SignUp) -> Deed:
    sign_up_id = sign_up.id

    def cancel() -> None:
        found = db.session.get_one(SignUp, sign_up_id)
        service.cancel(found, by=found.user)

    return cancel


def declining(sign_up: SignUp, organiser: User) -> Deed:
    sign_up_id, organiser_id = sign_up.id, organiser.id
    return lambda: service.decline(
        db.session.get_one(SignUp, sign_up_id), by=db.session.get_one(User, organiser_id)
    )


def asking(people: list[User], task: VolunteerTask) -> Deed:
    numbers, task_id = [person.id for person in people], task.id

    def ask() -> None:
        found = db.session.get_one(VolunteerTask, task_id)
        for number in numbers:
            service.note_asked(db.session.get_one(User, number), found)

    return ask


def states_of(shift: Shift) -> Counter[SignUpState]:
    """Return how many people stand where, after looking whether the places add up."""
    db.session.rollback()
    db.session.expire_all()
    states = Counter(one.state for one in db.session.query(SignUp).filter_by(shift_id=shift.id))
    assert shift.taken == sum(states[state] for state in HOLDS_A_PLACE)
    assert shift.taken <= shift.places
    return states


def test_sc5_c_two_people_at_the_last_place_exactly_one_gets_it(app: Flask) -> None:
    for _attempt in range(5):
        shift = a_shift(places=1)
        people = [a_person(f"Snel {shift.id} {number}") for number in range(2)]

        at_once(app, [signing_up(person, shift) for person in people])

        assert states_of(shift) == {SignUpState.CONFIRMED: 1, SignUpState.WAITING: 1}


def test_fifty_people_at_once_get_no_more_than_ten_places(app: Flask, signed_in: SignedIn) -> None:
    shift = a_shift(places=10)
    path = f"/momenten/{shift.id}/aanmelding"
    browsers = [signed_in(person) for person in neighbours(50)]

    at_once(app, [lambda browser=browser: browser.post(path) for browser in browsers])

    assert states_of(shift) == {SignUpState.CONFIRMED: 10, SignUpState.WAITING: 40}
    waiting = db.session.query(SignUp).filter_by(state=SignUpState.WAITING).all()
    assert sorted(queries.positions(waiting).values()) == list(range(1, 41))


def test_somebody_leaves_while_somebody_joins_and_no_place_stays_empty(app: Flask) -> None:
    for _attempt in range(5):
        shift = a_shift(places=1)
        leaver, joiner = a_person(f"Weg {shift.id}"), a_person(f"Bij {shift.id}")
        sign_up = service.sign_up(shift, by=leaver)

        at_once(app, [cancelling(sign_up), signing_up(joiner, shift)])

        states = states_of(shift)
        assert states[SignUpState.CANCELLED] == 1
        assert states[SignUpState.CONFIRMED] + states[SignUpState.OFFERED] == 1
        assert states[SignUpState.WAITING] == 0


def test_two_cancellations_at_once_let_two_different_people_move_up(app: Flask) -> None:
    for _attempt in range(5):
        shift = a_shift(places=2)
        people = [a_person(f"Rij {shift.id} {number}") for number in range(4)]
        sign_ups = all_sign_up(shift, people)

        at_once(app, [cancelling(one) for one in sign_ups[:2]])

        assert states_of(shift) == {SignUpState.CANCELLED: 2, SignUpState.OFFERED: 2}
        assert db.session.query(Job).filter_by(kind="volunteering.lapse_offer").count() == 2
        db.session.query(Job).delete()


def test_a_volunteer_leaves_while_the_organiser_declines_and_one_place_comes_free(
    app: Flask,
) -> None:
    anna, bilal, shift = a_person("Anna"), a_person("Bilal"), a_shift(places=2)
    sign_up = service.sign_up(shift, by=bilal)
    all_sign_up(shift, neighbours(2))

    outcomes = at_once(app, [cancelling(sign_up), declining(sign_up, anna)])

    assert sorted(outcomes) == ["OutOfDate", "done"]
    assert states_of(shift)[SignUpState.OFFERED] == 1


def test_an_offer_lapses_while_it_is_refused_and_the_next_person_is_asked_once(app: Flask) -> None:
    people, shift = neighbours(3), a_shift(places=1)
    first, second, third = all_sign_up(shift, people)
    service.cancel(first, by=people[0])
    second_id = second.id

    at_once(app, [lambda: lapse_offer(second_id), cancelling(second)])

    states = states_of(shift)
    assert states[SignUpState.OFFERED] == 1
    assert third.state is SignUpState.OFFERED


def test_one_person_at_two_overlapping_shifts_at_once_gets_one(app: Flask) -> None:
    for _attempt in range(5):
        first = a_shift()
        second = a_shift(a_task(title="Bankje verven"), starts_at=first.starts_at)
        bilal = a_person(f"Dubbel {first.id}")

        outcomes = at_once(app, [signing_up(bilal, first), signing_up(bilal, second)])

        assert sorted(outcomes) == ["Refused", "done"]
        assert first.taken + second.taken == 1


def test_a_double_click_makes_one_sign_up(app: Flask) -> None:
    bilal, shift = a_person("Bilal"), a_shift()

    outcomes = at_once(app, [signing_up(bilal, shift)] * 2)

    assert outcomes == ["done", "done"]
    assert states_of(shift) == {SignUpState.CONFIRMED: 1}


def test_two_tasks_that_ask_people_at_once_ask_each_of_them_once(app: Flask) -> None:
    for attempt in range(5):
        people = [a_person(f"Gevraagd {attempt} {number}") for number in range(3)]
        for person in people:
            some_wishes(person)
        tasks = [a_task(title=f"Klus {attempt} {number}") for number in range(2)]

        at_once(app, [asking(people, tasks[0]), asking(people[::-1], tasks[1])])

        marks = [mark.user_id for mark in db.session.query(TaskMark)]
        assert sorted(marks) == [person.id for person in people]
        db.session.query(TaskMark).delete()
