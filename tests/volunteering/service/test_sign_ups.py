"""Signing up for a shift, and everything that can happen to a sign-up afterwards."""

from datetime import timedelta

import pytest

from app.accounts.models import Visitor
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives.lifecycle import State, TextState
from app.notifications.models import Message
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_coordinator, a_person
from factories.volunteering import a_shift, a_task, all_sign_up, an_active_initiative, neighbours


def subjects_for(name: str) -> list[str]:
    """Return the subjects of the messages to a person, in order."""
    messages = db.session.query(Message).filter_by(user_id=a_person(name).id)
    return [message.subject for message in messages.order_by(Message.id)]


def test_signing_up_takes_a_place_logs_it_and_tells_both_sides() -> None:
    bilal, shift = a_person("Bilal"), a_shift(places=3)

    sign_up = service.sign_up(shift, by=bilal, note="Ik neem een kar mee")

    assert (sign_up.state, sign_up.note) == (SignUpState.CONFIRMED, "Ik neem een kar mee")
    assert (shift.taken, shift.free) == (1, 2)
    entry = db.session.query(Entry).one()
    assert (entry.action, entry.actor_id, entry.new) == ("sign_ups.join", bilal.id, "confirmed")
    assert subjects_for("Bilal") == ["Je doet mee: Zwerfvuil prikken"]
    assert subjects_for("Anna") == ["Nieuwe aanmelding: Zwerfvuil prikken"]


def test_messages_to_the_organiser_do_not_name_the_volunteer() -> None:
    service.sign_up(a_shift(), by=a_person("Bilal"))

    (message,) = db.session.query(Message).filter_by(user_id=a_person("Anna").id)
    assert "Bilal" not in message.subject + message.text


def test_where_the_organiser_confirms_a_place_is_kept_until_the_answer() -> None:
    bilal, shift = a_person("Bilal"), a_shift(a_task(organiser_confirms=True))

    sign_up = service.sign_up(shift, by=bilal)

    assert (sign_up.state, shift.taken) == (SignUpState.REQUESTED, 1)
    assert subjects_for("Bilal") == ["Je aanmelding is binnen: Zwerfvuil prikken"]


def test_the_organiser_confirms_and_the_volunteer_hears_it() -> None:
    shift = a_shift(a_task(organiser_confirms=True))
    sign_up = service.sign_up(shift, by=a_person("Bilal"))

    service.confirm(sign_up, by=a_person("Anna"))

    assert (sign_up.state, shift.taken) == (SignUpState.CONFIRMED, 1)
    assert subjects_for("Bilal")[-1] == "Je doet mee: Zwerfvuil prikken"


def test_the_organiser_declines_and_the_next_person_moves_up() -> None:
    shift = a_shift(a_task(organiser_confirms=True), places=1)
    first, second = all_sign_up(shift, neighbours(2))

    service.decline(first, by=a_person("Anna"))

    assert (first.state, second.state) == (SignUpState.DECLINED, SignUpState.OFFERED)
    assert shift.taken == 1
    assert subjects_for("Buur 1")[-1] == "Je kunt deze keer niet meedoen: Zwerfvuil prikken"


@pytest.mark.parametrize("who", ["Bilal", "Carla"])
def test_only_the_organiser_confirms_or_declines(who: str) -> None:
    a_coordinator()
    sign_up = service.sign_up(a_shift(a_task(organiser_confirms=True)), by=a_person("Bilal"))

    with pytest.raises(NotAllowed):
        service.confirm(sign_up, by=a_person(who))
    with pytest.raises(NotAllowed):
        service.decline(sign_up, by=a_person(who))


def test_a_second_click_returns_the_same_sign_up() -> None:
    bilal, shift = a_person("Bilal"), a_shift()

    first, second = service.sign_up(shift, by=bilal), service.sign_up(shift, by=bilal)

    assert first is second
    assert shift.taken == 1


def test_somebody_who_left_can_sign_up_again() -> None:
    bilal, shift = a_person("Bilal"), a_shift()
    first = service.sign_up(shift, by=bilal)
    service.cancel(first, by=bilal)

    second = service.sign_up(shift, by=bilal)

    assert first.id != second.id
    assert (first.state, second.state) == (SignUpState.CANCELLED, SignUpState.CONFIRMED)
    assert shift.taken == 1


def test_a_shift_that_touches_another_does_not_overlap_it() -> None:
    bilal, first = a_person("Bilal"), a_shift()
    next_one = a_shift(starts_at=first.ends_at)
    service.sign_up(first, by=bilal)

    assert service.sign_up(next_one, by=bilal).state is SignUpState.CONFIRMED


def test_waiting_for_a_shift_counts_as_being_there() -> None:
    (first_neighbour, bilal), full = neighbours(2), a_shift(places=1)
    other = a_shift(starts_at=full.starts_at)
    all_sign_up(full, [first_neighbour, bilal])

    with pytest.raises(Refused, match="Je hebt je al aangemeld voor “Zwerfvuil prikken”"):
        service.sign_up(other, by=bilal)


def test_after_leaving_the_other_shift_is_free_to_join() -> None:
    bilal, first = a_person("Bilal"), a_shift()
    other = a_shift(starts_at=first.starts_at)
    service.cancel(service.sign_up(first, by=bilal), by=bilal)

    assert service.sign_up(other, by=bilal).state is SignUpState.CONFIRMED


def test_a_shift_that_has_begun_takes_nobody() -> None:
    shift = a_shift(starts_at=clock.now() - timedelta(minutes=1))

    with pytest.raises(OutOfDate, match="al begonnen"):
        service.sign_up(shift, by=a_person("Bilal"))

    assert db.session.query(SignUp).count() == 0


def test_a_shift_that_was_called_off_takes_nobody() -> None:
    shift = a_shift()
    service.cancel_shift(shift, by=a_person("Anna"))

    with pytest.raises(OutOfDate, match="gaat niet door"):
        service.sign_up(shift, by=a_person("Bilal"))


@pytest.mark.parametrize("state", [one for one in TextState if one != TextState.PUBLISHED])
def test_a_task_that_is_not_public_takes_nobody(state: TextState) -> None:
    shift = a_shift(a_task(state=state))

    with pytest.raises(OutOfDate, match="nu niet aanmelden"):
        service.sign_up(shift, by=a_person("Anna"))


@pytest.mark.parametrize("state", [State.PAUSED, State.COMPLETED, State.STOPPED, State.ARCHIVED])
def test_an_initiative_that_does_not_go_on_takes_nobody(state: State) -> None:
    shift = a_shift(a_task(an_active_initiative(state=state)))

    with pytest.raises(OutOfDate, match="nu niet aanmelden"):
        service.sign_up(shift, by=a_person("Bilal"))


def test_a_hidden_initiative_takes_nobody() -> None:
    initiative = an_active_initiative()
    initiative.hidden_at = clock.now()

    with pytest.raises(OutOfDate):
        service.sign_up(a_shift(a_task(initiative)), by=a_person("Bilal"))


def test_a_visitor_and_somebody_who_is_blocked_cannot_sign_up() -> None:
    blocked, shift = a_person("Bilal"), a_shift()
    blocked.blocked_at = clock.now()

    for actor in (Visitor(), blocked):
        with pytest.raises(NotAllowed):
            service.sign_up(shift, by=actor)


def test_leaving_twice_frees_one_place() -> None:
    people, shift = neighbours(2), a_shift(places=2)
    first, _second = all_sign_up(shift, people)

    service.cancel(first, by=people[0])
    service.cancel(first, by=people[0])

    assert shift.taken == 1


def test_leaving_tells_the_organiser_without_a_name() -> None:
    bilal, shift = a_person("Bilal"), a_shift()

    service.cancel(service.sign_up(shift, by=bilal), by=bilal)

    assert subjects_for("Anna")[-1] == "Afmelding: Zwerfvuil prikken"


def test_leaving_the_waiting_list_frees_no_place() -> None:
    people, shift = neighbours(3), a_shift(places=1)
    sign_ups = all_sign_up(shift, people)

    service.cancel(sign_ups[1], by=people[1])

    assert [one.state for one in sign_ups] == [
        SignUpState.CONFIRMED,
        SignUpState.CANCELLED,
        SignUpState.WAITING,
    ]
    assert shift.taken == 1


def test_nobody_leaves_for_somebody_else() -> None:
    sign_up = service.sign_up(a_shift(), by=a_person("Bilal"))

    with pytest.raises(NotAllowed):
        service.cancel(sign_up, by=a_person("Anna"))


def test_leaving_after_the_start_is_refused() -> None:
    bilal, shift = a_person("Bilal"), a_shift()
    sign_up = service.sign_up(shift, by=bilal)
    shift.starts_at = clock.now() - timedelta(minutes=1)

    with pytest.raises(OutOfDate, match="al begonnen"):
        service.cancel(sign_up, by=bilal)


def test_an_organiser_who_signs_up_gets_no_message_as_organiser() -> None:
    service.sign_up(a_shift(), by=a_person("Anna"))

    assert subjects_for("Anna") == ["Je doet mee: Zwerfvuil prikken"]


def test_once_the_maker_left_the_team_the_owner_hears_about_sign_ups() -> None:
    shift = a_shift(a_task(author=a_person("Oud-lid")))

    service.sign_up(shift, by=a_person("Bilal"))

    assert subjects_for("Oud-lid") == []
    assert subjects_for("Anna") == ["Nieuwe aanmelding: Zwerfvuil prikken"]
