"""Thanks for who was at a shift: an hour later, in the words of the organiser, once."""

from datetime import timedelta

import pytest

from app.accounts.models import User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate
from app.core.jobs import Job, work_off
from app.notifications.models import Message, Rhythm, Topic
from app.volunteering import service
from app.volunteering.models import Attendance, Shift, SignUp
from app.volunteering.service.thanking import TIME_TO_CHANGE_IT, thank_for
from factories.accounts import a_person
from factories.clocks import a_clock
from factories.notifications import wants
from factories.volunteering import a_past_shift, a_place

ANNA, BILAL = "Anna", "Bilal"


@pytest.fixture
def shift() -> Shift:
    return a_past_shift()


def note(sign_up: SignUp, quarters: int, *, version: int = 0) -> None:
    service.note_attendance(sign_up, quarters, version=version, by=a_person(ANNA))


def noted(sign_up: SignUp) -> Attendance:
    return db.session.query(Attendance).filter_by(sign_up_id=sign_up.id).one()


def thanks_to(person: User) -> list[Message]:
    messages = db.session.query(Message).filter_by(user_id=person.id).order_by(Message.id)
    return [one for one in messages if one.subject.startswith("Bedankt")]


def thank_all() -> None:
    """Do what waits for an hour to pass, now."""
    db.session.query(Job).filter_by(kind="volunteering.thank").update({"due_at": clock.now()})
    db.session.commit()
    work_off()


def test_thanks_come_an_hour_later_with_the_words_that_are_there_by_then(shift: Shift) -> None:
    bilal = a_person(BILAL)
    note(a_place(shift, BILAL), 5)
    job = db.session.query(Job).filter_by(kind="volunteering.thank").one()
    wait = job.due_at - clock.now()
    assert TIME_TO_CHANGE_IT - timedelta(minutes=1) < wait <= TIME_TO_CHANGE_IT
    assert thanks_to(bilal) == []
    service.thank(shift, "Samen vulden we tien zakken.", before="", by=a_person(ANNA))

    thank_all()

    (message,) = thanks_to(bilal)
    assert message.subject == "Bedankt voor je hulp: Zwerfvuil prikken"
    assert "De organisator schrijft: “Samen vulden we tien zakken.”" in message.text
    assert "De organisator schreef 1 uur en 15 minuten voor je op." in message.text
    assert (message.topic, message.heading) == (Topic.PLANS, "Schone buurt")
    assert message.link == "/mijn/aanmeldingen/geweest"
    assert ANNA not in message.text


def test_thanks_wait_for_the_mail_of_the_day(shift: Shift, monkeypatch: pytest.MonkeyPatch) -> None:
    put = a_clock(monkeypatch)
    put(f"{(shift.ends_at + timedelta(days=1)).date()} 14:00")
    bilal = a_person(BILAL)
    wants(bilal.email, Rhythm.DAY)
    note(a_place(shift, BILAL), 5)

    thank_all()
    work_off()

    (message,) = thanks_to(bilal)
    assert message.mailed_at is None
    assert message.digest_on == clock.today() + timedelta(days=1)


def test_who_was_not_there_after_all_gets_no_thanks_and_nobody_gets_them_twice(
    shift: Shift,
) -> None:
    sign_up = a_place(shift, BILAL)
    note(sign_up, 8)
    note(sign_up, 0, version=1)
    thank_all()
    assert thanks_to(a_person(BILAL)) == []

    note(sign_up, 8, version=2)
    thank_all()
    note(sign_up, 4, version=noted(sign_up).version)
    thank_all()
    thank_for(sign_up.id)

    assert len(thanks_to(a_person(BILAL))) == 1


def test_thanks_for_what_is_forgotten_meanwhile_do_nothing(shift: Shift) -> None:
    thank_for(404)
    sign_up = a_place(shift, BILAL)
    thank_for(sign_up.id)
    note(sign_up, 8)
    a_person(BILAL).email = "7@verwijderd.invalid"

    thank_for(sign_up.id)

    assert thanks_to(a_person(BILAL)) == []


def test_words_of_thanks_of_somebody_else_are_not_lost(shift: Shift) -> None:
    anna = a_person(ANNA)
    service.thank(shift, "Top!", before="", by=anna)
    service.thank(shift, "Top!", before="", by=anna)

    with pytest.raises(OutOfDate, match="Iemand anders"):
        service.thank(shift, "Geweldig!", before="", by=anna)
    service.thank(shift, "Geweldig!", before="Top!", by=anna)

    assert shift.thanks == "Geweldig!"
    assert db.session.query(Entry).filter_by(action="shifts.thank").count() == 2
