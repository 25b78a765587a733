"""A reminder two days before a shift, for who has a place by then."""

from datetime import timedelta

import pytest

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.core.jobs import Job, work_off
from app.notifications.models import Message
from app.volunteering import service
from app.volunteering.models import SignUp
from app.volunteering.service.reminding import remind
from factories.accounts import a_person
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours


@pytest.fixture
def bilal() -> User:
    return a_person("Bilal")


def planned() -> list[Job]:
    return db.session.query(Job).filter_by(kind="volunteering.remind").all()


def reminders_to(person: User) -> list[Message]:
    messages = db.session.query(Message).filter_by(user_id=person.id).order_by(Message.id)
    return [one for one in messages if one.subject.startswith("Binnenkort")]


def two_days_before() -> None:
    """Do what waits for the reminder, now."""
    db.session.query(Job).filter_by(kind="volunteering.remind").update({"due_at": clock.now()})
    db.session.commit()
    work_off()


def test_it_comes_two_days_before_and_leads_to_the_button_to_cancel(bilal: User) -> None:
    shift = a_shift()
    service.sign_up(shift, by=bilal)
    (job,) = planned()
    assert job.due_at == shift.starts_at - timedelta(hours=48)

    two_days_before()

    (message,) = reminders_to(bilal)
    assert message.subject == "Binnenkort: Zwerfvuil prikken"
    assert "Kun je toch niet? Meld je dan af." in message.text
    (sign_up,) = db.session.query(SignUp).all()
    assert (message.link, message.topic) == (f"/aanmeldingen/{sign_up.id}/antwoord", None)


def test_who_takes_an_offered_place_or_is_confirmed_is_reminded_as_well(bilal: User) -> None:
    shift = a_shift(places=1)
    first, second = all_sign_up(shift, neighbours(2))
    service.cancel(first, by=first.user)
    service.accept(second, by=second.user)
    asked = service.sign_up(a_shift(a_task(organiser_confirms=True)), by=bilal)
    assert asked.id not in {job.arguments["sign_up_id"] for job in planned()}

    service.confirm(asked, by=a_person("Anna"))

    numbers = {job.arguments["sign_up_id"] for job in planned()}
    assert numbers == {first.id, second.id, asked.id}


def test_a_shift_that_is_nearer_needs_no_reminder(bilal: User) -> None:
    service.sign_up(a_shift(starts_at=clock.now() + timedelta(hours=47)), by=bilal)

    assert planned() == []


def test_who_cancelled_or_whose_shift_is_called_off_hears_nothing_more(bilal: User) -> None:
    service.cancel(service.sign_up(a_shift(), by=bilal), by=bilal)
    off = a_shift(a_task(title="Soep koken"))
    service.sign_up(off, by=bilal)
    service.cancel_shift(off, by=a_person("Anna"))

    two_days_before()
    remind(404)

    assert reminders_to(bilal) == []


def test_after_a_worker_that_was_away_nobody_is_reminded_of_what_was(bilal: User) -> None:
    sign_up = service.sign_up(a_shift(), by=bilal)
    sign_up.shift.starts_at = clock.now() - timedelta(minutes=5)

    two_days_before()

    assert reminders_to(bilal) == []
