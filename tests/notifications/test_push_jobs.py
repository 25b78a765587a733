"""A message is announced on each device of its reader: encrypted, signed, once, and nowhere else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from py_vapid import Vapid02

from app.accounts import sessions
from app.accounts.models import User
from app.audit.queries import history
from app.core import clock
from app.core.db import db
from app.core.jobs import Job, work_off
from app.core.speech import speaking
from app.notifications import push
from app.notifications.models import Message, PushDevice
from app.notifications.push_jobs import announce_on
from app.notifications.service import mail, tell
from factories.accounts import a_person
from factories.push_service import PushService


@pytest.fixture
def anna() -> User:
    return a_person("Anna")


def told(person: User) -> Message:
    message = tell(person, "Je plan staat op de site", "Beste Anna,\n\nDit is geheim.")
    db.session.commit()
    return message


def jobs(kind: str) -> list[Job]:
    db.session.rollback()
    return db.session.query(Job).filter_by(kind=f"notifications.{kind}").all()


def test_a_message_is_announced_with_its_title_and_a_way_to_it(
    service: PushService, anna: User
) -> None:
    service.a_device(anna)
    message = told(anna)

    work_off()

    assert service.shown() == [
        {
            "title": "Aanzet",
            "body": "Je plan staat op de site",
            "path": f"/berichten/{message.id}",
            "lang": "nl",
        }
    ]
    [arrived] = service.got
    assert b"plan" not in arrived.body
    assert (arrived.headers["ttl"], arrived.headers["content-encoding"]) == ("86400", "aes128gcm")


def test_it_is_signed_with_the_key_that_the_browser_was_told(
    service: PushService, anna: User
) -> None:
    service.a_device(anna)
    told(anna)

    work_off()

    [arrived] = service.got
    signature = arrived.headers["authorization"]
    assert Vapid02.verify(signature)
    assert signature.endswith(f"k={push.public_key()}")


def test_it_speaks_the_language_of_who_reads_it(service: PushService, anna: User) -> None:
    service.a_device(anna)
    with speaking("tr"):
        tell(anna, "Planınız sitede", "...")
    db.session.commit()

    work_off()

    assert [shown["lang"] for shown in service.shown()] == ["tr"]


def test_every_device_of_the_reader_and_of_nobody_else(service: PushService, anna: User) -> None:
    for name in ("phone", "laptop"):
        service.a_device(anna, name)
    service.a_device(a_person("Bram"), "other")
    told(anna)

    work_off()

    assert sorted(arrived.path for arrived in service.got) == ["/laptop", "/phone"]
    assert {job.done_at is not None for job in jobs("announce_on")} == {True}


def test_a_mail_to_somebody_without_an_account_is_not_announced(service: PushService) -> None:
    mail("vreemd@voorbeeld.example", "Je link", "...")
    db.session.commit()

    assert jobs("announce") == []


def test_without_a_key_nothing_is_announced(app: Flask, anna: User) -> None:
    told(anna)

    assert app.config["PUSH_KEY"] == ""
    assert jobs("announce") == []


def end_session(device: PushDevice) -> None:
    sessions.end_one(device.session)


def run_out(device: PushDevice) -> None:
    device.session.expires_at = clock.now() - timedelta(seconds=1)


def block(device: PushDevice) -> None:
    person = db.session.get_one(User, device.session.user_id)
    person.blocked_at = clock.now()


@pytest.mark.parametrize("happens", [end_session, run_out, block])
@pytest.mark.parametrize("is_planned", [True, False])
def test_a_device_that_ended_hears_nothing_any_more(
    service: PushService, anna: User, happens: Callable[[PushDevice], None], is_planned: bool
) -> None:
    device = service.a_device(anna)
    message = told(anna)
    if is_planned:
        happens(device)
        db.session.commit()
        work_off()
    else:
        number = device.id
        happens(device)
        db.session.commit()
        announce_on(message.id, number)

    assert service.got == []


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_forgotten(service: PushService, anna: User, status: int) -> None:
    number = service.a_device(anna).id
    told(anna)
    service.status = status

    work_off()
    told(anna)
    work_off()

    assert db.session.query(PushDevice).count() == 0
    assert len(service.got) == 1
    assert [(line.action, line.who) for line in history("push_devices", number)] == [
        ("push_devices.end", "Het portaal")
    ]


@pytest.mark.parametrize("status", [429, 500, 503, 307])
def test_a_service_that_is_away_is_asked_again_and_only_for_that_device(
    service: PushService, anna: User, status: int
) -> None:
    service.a_device(anna)
    told(anna)
    service.status = status
    work_off()
    [job] = jobs("announce_on")
    assert (job.done_at, job.dead_at, job.attempts, len(service.got)) == (None, None, 1, 1)
    assert service.host in job.last_error
    assert "phone" not in job.last_error

    service.status = 201
    job.due_at = clock.now()
    db.session.commit()
    work_off()

    assert jobs("announce_on")[0].done_at is not None
    assert len(service.got) == 2


@pytest.mark.parametrize("status", [400, 403, 413])
def test_what_is_refused_for_good_is_given_up(
    service: PushService, anna: User, status: int
) -> None:
    service.a_device(anna)
    told(anna)
    service.status = status

    work_off()

    [job] = jobs("announce_on")
    assert job.dead_at is not None
    assert job.last_error == f"GiveUp: {service.host}: {status}"


def test_a_key_that_is_no_key_is_given_up(service: PushService, anna: User) -> None:
    service.a_device(anna).public_key = "BA" + "A" * 85
    told(anna)

    work_off()

    [job] = jobs("announce_on")
    assert (job.dead_at is not None, service.got) == (True, [])


def test_a_service_that_is_not_on_the_list_any_more_gets_nothing(
    service: PushService, anna: User, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.a_device(anna)
    told(anna)
    monkeypatch.setitem(app.config, "PUSH_HOSTS", ["push.example"])

    work_off()

    assert service.got == []


@pytest.mark.parametrize("is_old", [True, False])
def test_old_news_is_not_announced(service: PushService, anna: User, is_old: bool) -> None:
    service.a_device(anna)
    message = told(anna)
    message.created_at -= timedelta(days=2 if is_old else 0)
    message.read_at = None if is_old else clock.now()
    db.session.commit()

    work_off()

    assert service.got == []
    assert jobs("announce_on") == []
