"""The waiting list: whoever waits longest moves up by itself, and has some time to answer."""

from datetime import timedelta

import pytest

from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate
from app.core.jobs import Job, work_off
from app.volunteering import queries, service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift, SignUp
from app.volunteering.service.waiting_list import lapse_offer
from factories.accounts import a_person
from factories.notifications import mails_to
from factories.volunteering import a_shift, all_sign_up, neighbours


def an_offer(waiting: int = 2) -> tuple[Shift, list[SignUp]]:
    """Return a shift of one place that was offered to the first of those who wait."""
    people, shift = neighbours(waiting + 1), a_shift(places=1)
    sign_ups = all_sign_up(shift, people)
    service.cancel(sign_ups[0], by=people[0])
    return shift, sign_ups[1:]


def make_due() -> None:
    """Let the time to answer be over."""
    db.session.query(Job).update({Job.due_at: clock.now() - timedelta(seconds=1)})
    db.session.commit()


def test_an_offered_place_counts_as_taken() -> None:
    shift, (first, second) = an_offer()

    assert (first.state, second.state) == (SignUpState.OFFERED, SignUpState.WAITING)
    assert shift.taken == 1
    assert queries.position(second) == 1


def test_moving_up_is_logged_as_done_by_the_portal() -> None:
    _shift, (first, _second) = an_offer()

    entry = db.session.query(Entry).filter_by(action="sign_ups.offer").one()
    assert (entry.subject_id, entry.actor_id) == (first.id, None)


def test_the_message_says_until_when() -> None:
    _shift, (first, _second) = an_offer()

    message = mails_to(first.user.email)[-1]
    assert "Wil je nog? Laat het weten vóór" in message.text
    assert message.link == "/mijn/aanmeldingen"


def test_saying_yes_keeps_the_place() -> None:
    shift, (first, _second) = an_offer()

    service.accept(first, by=first.user)
    service.accept(first, by=first.user)

    assert (first.state, shift.taken) == (SignUpState.CONFIRMED, 1)


def test_only_the_person_who_was_asked_can_say_yes() -> None:
    _shift, (first, second) = an_offer()

    with pytest.raises(NotAllowed):
        service.accept(first, by=second.user)


def test_saying_no_asks_the_next_person() -> None:
    shift, (first, second) = an_offer()

    service.cancel(first, by=first.user)

    assert (first.state, second.state) == (SignUpState.CANCELLED, SignUpState.OFFERED)
    assert shift.taken == 1


def test_without_an_answer_in_time_the_next_person_is_asked() -> None:
    shift, (first, second) = an_offer()
    make_due()

    work_off()

    assert (first.state, second.state) == (SignUpState.LAPSED, SignUpState.OFFERED)
    assert shift.taken == 1
    told = mails_to(first.user.email)[-1]
    assert told.subject == "Je plek is naar iemand anders: Zwerfvuil prikken"


def test_when_nobody_answers_the_place_is_free_again() -> None:
    shift, offered = an_offer(waiting=2)
    for _round in offered:
        make_due()
        work_off()

    assert [one.state for one in offered] == [SignUpState.LAPSED] * 2
    assert shift.taken == 0


def test_the_job_is_safe_to_run_twice() -> None:
    shift, (first, second) = an_offer()

    lapse_offer(first.id)
    lapse_offer(first.id)

    assert (first.state, second.state) == (SignUpState.LAPSED, SignUpState.OFFERED)
    assert shift.taken == 1


def test_the_job_leaves_an_answered_offer_alone() -> None:
    _shift, (first, second) = an_offer()
    service.accept(first, by=first.user)
    make_due()

    work_off()

    assert (first.state, second.state) == (SignUpState.CONFIRMED, SignUpState.WAITING)


def test_the_job_leaves_a_sign_up_that_is_gone_alone() -> None:
    lapse_offer(404)

    assert db.session.query(Entry).count() == 0


def test_a_yes_after_the_place_went_on_is_refused_with_a_reason() -> None:
    _shift, (first, _second) = an_offer()
    lapse_offer(first.id)

    with pytest.raises(OutOfDate, match="Je antwoord kwam te laat"):
        service.accept(first, by=first.user)


def test_whoever_let_it_lapse_can_join_the_queue_again() -> None:
    shift, (first, second) = an_offer()
    lapse_offer(first.id)

    again = service.sign_up(shift, by=first.user)

    assert (second.state, again.state) == (SignUpState.OFFERED, SignUpState.WAITING)
    assert queries.position(again) == 1


def test_the_time_to_answer_ends_when_the_shift_begins() -> None:
    starts_at = clock.now() + timedelta(minutes=30)
    people, shift = neighbours(2), a_shift(places=1, starts_at=starts_at)
    first, second = all_sign_up(shift, people)

    service.cancel(first, by=people[0])

    assert second.answer_by == starts_at


def test_nobody_moves_up_after_the_shift_has_begun() -> None:
    shift, (first, second) = an_offer()
    shift.starts_at = clock.now() - timedelta(minutes=1)

    lapse_offer(first.id)

    assert second.state is SignUpState.WAITING
    assert shift.taken == 0


def test_somebody_who_was_blocked_is_passed_over() -> None:
    people, shift = neighbours(3), a_shift(places=1)
    first, blocked, next_one = all_sign_up(shift, people)
    people[1].blocked_at = clock.now()

    service.cancel(first, by=people[0])

    assert (blocked.state, next_one.state) == (SignUpState.WAITING, SignUpState.OFFERED)


def test_a_volunteer_who_moves_up_is_not_asked_to_leave_a_place_free_for_a_newcomer() -> None:
    shift, (first, _second) = an_offer()

    newcomer = service.sign_up(shift, by=a_person("Nieuw"))

    assert (first.state, newcomer.state) == (SignUpState.OFFERED, SignUpState.WAITING)
