"""What is past its term goes, and nothing that is not; a rehearsal changes nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask

from app.accounts.looks import Look, Why
from app.accounts.models import LoginSession, OneTimeLink, Purpose, User
from app.accounts.roles import Role
from app.audit.models import Entry
from app.core import clock, tokens
from app.core.db import Base, db
from app.core.jobs import Job, plan_night, work_off
from app.initiatives.lifecycle import State
from app.notifications.models import Message, PushDevice
from app.privacy import retention
from app.support import service
from app.support.batches import Batch, Deed
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Attendance, Certificate, SignUp
from app.volunteering.wishes import TaskCall, TaskMark
from factories.accounts import a_coordinator, a_moderator, a_person, a_session
from factories.initiatives import an_initiative
from factories.notifications import a_message, mails_to
from factories.support import a_request
from factories.volunteering import a_shift, a_task

DAY = timedelta(days=1)


def ago(days: int) -> datetime:
    return clock.now() - days * DAY


def counts(app: Flask, *options: str) -> dict[str, int]:
    """Run the command and return what it printed: how many of each kind."""
    db.session.commit()
    printed = app.test_cli_runner().invoke(args=["privacy", "forget", *options])
    assert printed.exit_code == 0, printed.output
    lines = [line.split("\t") for line in printed.output.splitlines()]
    db.session.expire_all()
    return {name: int(number) for number, name in lines}


def a_sign_up(days: int, state: SignUpState = SignUpState.CONFIRMED) -> SignUp:
    shift = a_shift(starts_at=ago(days))
    shift.ends_at = ago(days) + timedelta(minutes=1)
    sign_up = SignUp(shift=shift, user_id=a_person("Dora").id, state=state, note="Bel me")
    db.session.add(sign_up)
    return sign_up


def an_attendance(days: int) -> SignUp:
    sign_up = a_sign_up(days)
    db.session.add(Attendance(sign_up=sign_up, quarters=8, noted_by=a_person("Anna")))
    return sign_up


def a_certificate(days: int) -> Certificate:
    certificate = Certificate(
        user=a_person(f"Dora {days}"),
        initiative=an_initiative(),
        code=str(days),
        name="Dora",
        what=["Soep koken"],
        quarters=8,
        first_on=ago(days).date(),
        last_on=ago(days).date(),
        made_at=ago(days),
    )
    db.session.add(certificate)
    return certificate


def a_withdrawn_certificate(days: int) -> Certificate:
    certificate = a_certificate(days)
    certificate.withdrawn_at = ago(days)
    return certificate


def a_link(days: int) -> OneTimeLink:
    link = OneTimeLink(
        fingerprint=tokens.fingerprint(tokens.secret()),
        email="dora@voorbeeld.example",
        purpose=Purpose.SIGN_IN,
        created_at=ago(days),
        expires_at=ago(days),
    )
    db.session.add(link)
    return link


def a_mail(days: int) -> Message:
    mail = Message(email="x@voorbeeld.example", subject="Dag", text="Dag", created_at=ago(days))
    db.session.add(mail)
    return mail


def a_read_message(days: int) -> Message:
    message = a_message(a_person("Dora"))
    message.created_at = ago(days)
    return message


def a_look(days: int) -> Look:
    reader = a_moderator()
    look = Look(
        person_id=a_person("Dora").id,
        reader_id=reader.id,
        role=Role.MODERATOR,
        why=Why.REVIEW,
        at=ago(days),
    )
    db.session.add(look)
    return look


def a_batch(days: int) -> Batch:
    carla = a_coordinator()
    batch = service.do_together([a_request()], str(days), Deed.TAKE_ON, by=carla)
    batch.at = ago(days)
    return batch


def an_old_session(days: int) -> LoginSession:
    session = a_session(a_person("Dora"))
    session.ended_at = ago(days)
    device = PushDevice(session_id=session.id, address=str(session.id), public_key="k", secret="s")
    db.session.add(device)
    a_session(a_person("Dora"))  # the last one stays, whatever happens
    return session


def a_mark(days: int) -> TaskMark:
    """Return that somebody was asked very long ago, and hid the task so many days ago."""
    person = a_person(f"Dora {days}")
    mark = TaskMark(user_id=person.id, task_id=a_task().id, asked_at=ago(900), hidden_at=ago(days))
    db.session.add(mark)
    return mark


def a_call(days: int) -> TaskCall:
    call = TaskCall(task=a_task(), number=3, made_at=ago(days))
    db.session.add(call)
    return call


@pytest.mark.parametrize(
    ("kind", "make", "kept", "gone"),
    [
        ("sign-ups", a_sign_up, 364, 367),
        ("sign-ups", lambda days: a_sign_up(days, SignUpState.CANCELLED), 27, 30),
        ("sign-ups", an_attendance, 364, 367),
        ("certificates", a_certificate, 1824, 1826),
        ("certificates", a_withdrawn_certificate, 364, 366),
        ("hidden tasks and questions", a_mark, 364, 366),
        ("numbers of people asked", a_call, 364, 366),
        ("one-time links", a_link, 29, 31),
        ("messages and mails", a_mail, 29, 31),
        ("messages and mails", a_read_message, 364, 366),
        ("looks", a_look, 364, 366),
        ("steps for many requests", a_batch, 29, 31),
        ("sessions", an_old_session, 89, 91),
    ],
)
def test_a_row_goes_when_its_term_is_over(
    app: Flask, kind: str, make: Callable[[int], Base], kept: int, gone: int
) -> None:
    stays, goes = make(kept), make(gone)
    db.session.commit()
    model, number, other = type(goes), goes.id, stays.id

    rehearsed = counts(app, "--dry-run")
    assert (rehearsed[kind], db.session.query(model).filter_by(id=number).count()) == (1, 1)
    assert counts(app)[kind] == 1

    assert db.session.query(model).filter_by(id=number).count() == 0
    assert db.session.query(model).filter_by(id=other).count() == 1
    [line] = db.session.query(Entry).filter(Entry.action.endswith(".expire"))
    assert (line.reason, line.actor_id) == ("1", None)


def test_words_of_thanks_go_after_a_year(app: Flask) -> None:
    shifts = [a_sign_up(days).shift for days in (364, 367)]
    for shift in shifts:
        shift.thanks = "Top!"

    assert counts(app)["words of thanks"] == 1

    assert [shift.thanks for shift in shifts] == ["Top!", ""]
    assert db.session.query(Entry).filter_by(action="shifts.expire").one().reason == "1"


def test_the_last_session_tells_when_somebody_was_here(app: Flask) -> None:
    session = a_session(a_person("Dora"))
    session.ended_at = ago(600)

    assert counts(app)["sessions"] == 0


def test_more_than_a_batch_goes_in_batches(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    for _ in range(5):
        a_link(40)

    assert counts(app)["one-time links"] == 5

    lines = db.session.query(Entry).filter_by(action="one_time_links.expire").order_by(Entry.id)
    assert [line.reason for line in lines] == ["2", "2", "1"]


def stays_away(days: int) -> User:
    """Return somebody who was here last so many days ago."""
    person = a_person("Dora")
    person.created_at = ago(days + 10)
    session = a_session(person)
    session.created_at = ago(days)
    db.session.flush()
    return person


def warned(person: User, days: int) -> None:
    entry = Entry(at=ago(days), action="users.warn", subject_type="users", subject_id=person.id)
    db.session.add(entry)


@pytest.mark.parametrize(("days", "number"), [(729, 0), (731, 1)])
def test_who_stays_away_for_two_years_gets_a_mail_once(app: Flask, days: int, number: int) -> None:
    person = stays_away(days)

    assert counts(app)["accounts to warn"] == number
    assert counts(app)["accounts to warn"] == 0

    subjects = [mail.subject for mail in mails_to(person.email)]
    assert subjects == ["Wil je je account houden?"] * number
    assert person.is_erased is False


@pytest.mark.parametrize(("days", "goes"), [(41, False), (43, True)])
def test_six_weeks_later_the_account_goes(app: Flask, days: int, goes: bool) -> None:
    person = stays_away(800)
    warned(person, days)

    counts(app)

    assert person.is_erased is goes


def test_who_signed_in_after_the_mail_stays(app: Flask) -> None:
    person = stays_away(800)
    warned(person, 60)
    a_session(person)

    assert counts(app)["accounts to delete, warned before"] == 0
    assert person.is_erased is False


def test_who_has_a_role_is_not_warned(app: Flask) -> None:
    mo = a_moderator()
    mo.created_at = ago(900)

    assert counts(app)["accounts to warn"] == 0


def test_an_account_that_others_count_on_is_left_as_it_is(app: Flask) -> None:
    person = stays_away(800)
    warned(person, 60)
    an_initiative(person, state=State.RUNNING)

    counts(app)

    assert (person.is_erased, person.name) == (False, "Dora")


def test_a_worker_plans_it_for_every_night_once(app: Flask) -> None:
    a_link(40)
    db.session.commit()

    plan_night()
    plan_night()

    [job] = db.session.query(Job).filter_by(kind="privacy.forget")
    assert job.due_at.astimezone(clock.AMSTERDAM).hour == 4
    assert job.due_at > clock.now()
    job.due_at = ago(0)
    db.session.commit()
    work_off()
    assert db.session.query(OneTimeLink).count() == 0
