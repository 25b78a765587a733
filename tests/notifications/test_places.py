"""Nobody gets more than three mails on one day that they did not ask for, whoever sends how many at once."""

from collections import Counter

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.core.jobs import work_off
from app.notifications import places, service
from app.notifications.jobs import deliver
from app.notifications.models import MailDay, Message, Rhythm, Topic
from app.notifications.service import News
from factories.accounts import a_person
from factories.clocks import SetClock
from factories.mail_server import MailServer, part
from factories.notifications import news_for, wants
from factories.races import at_once

DAYS = ("2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25")
STRANGER = "vreemd@voorbeeld.example"


@pytest.fixture(autouse=True)
def noon(put_clock: SetClock) -> None:
    put_clock(f"{DAYS[0]} 12:00")


def invite(email: str = STRANGER) -> None:
    service.mail(
        email,
        "Doe je mee?",
        "Kom erbij.",
        news=News(Topic.INVITATIONS, "Straatfeest", is_urgent=True),
    )


def sent(server: MailServer) -> list[str]:
    db.session.commit()
    work_off(limit=500)
    return [mail["Subject"] for mail in server.messages]


def test_two_leave_at_once_and_the_rest_is_in_the_mail_of_the_next_day(
    server: MailServer, put_clock: SetClock
) -> None:
    anna = a_person("Anna")
    wants(anna.email, Rhythm.AT_ONCE)
    for number in range(4):
        news_for(anna, f"Nieuws {number}")
    assert sent(server) == ["Nieuws 0", "Nieuws 1"]

    put_clock(f"{DAYS[1]} 09:00")

    assert sent(server)[2:] == ["Nieuws voor je: 2 berichten"]
    assert "Nieuws 2" in part(server.messages[2], "plain")
    assert "Nieuws 3" in part(server.messages[2], "plain")


def test_a_mail_that_a_person_can_do_without_says_how_it_stops(server: MailServer) -> None:
    anna = a_person("Anna")
    wants(anna.email, Rhythm.AT_ONCE)
    news_for(anna)
    sent(server)

    [mail] = server.messages
    address = mail["List-Unsubscribe"].strip("<>")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"minder vaak? Kijk hier:\n{address}" in part(mail, "plain")
    assert f'href="{address}"' in part(mail, "html")


def test_a_stranger_is_never_invited_more_than_three_times_a_day(
    app: Flask, server: MailServer, put_clock: SetClock
) -> None:
    on_a_day: Counter[str] = Counter()
    for day in DAYS:
        put_clock(f"{day} 08:00")
        assert at_once(app, [invite] * 8) == ["done"] * 8
        for hour in ("08:01", "09:00", "23:59"):
            put_clock(f"{day} {hour}")
            before = len(server.got)
            on_a_day[day] += len(sent(server)) - before

    assert list(on_a_day.values()) == [3, 3, 3, 3]
    told = sum(part(mail, "plain").count("- Doe je mee?") or 1 for mail in server.messages)
    left = db.session.query(Message).filter(Message.mailed_at.is_(None)).count()
    assert (told + left, left) == (32, 0), "nothing is lost"


def test_workers_at_the_same_moment_take_no_more_than_there_is_room(
    app: Flask, server: MailServer
) -> None:
    anna = a_person("Anna")
    wants(anna.email, Rhythm.AT_ONCE)
    told = [news_for(anna, f"Nieuws {number}").id for number in range(6)]
    sent_by = [lambda number=number: deliver(number) for number in told]

    assert at_once(app, sent_by) == ["done"] * 6

    assert len(server.got) == 2
    day = db.session.query(MailDay).filter_by(day=clock.today()).one()
    assert day.singles == 2
    waiting = db.session.query(Message).filter(Message.digest_on.is_not(None))
    assert waiting.count() == 4


def test_a_second_try_on_the_same_day_takes_no_second_place(
    app: Flask, server: MailServer, put_clock: SetClock
) -> None:
    anna = a_person("Anna")
    wants(anna.email, Rhythm.AT_ONCE)
    news_for(anna)
    up, app.config["MAIL_URL"] = app.config["MAIL_URL"], "smtp://127.0.0.1:9"
    assert sent(server) == []
    app.config["MAIL_URL"] = up

    put_clock(f"{DAYS[0]} 12:05")

    assert sent(server) == ["Een vraag"]
    assert db.session.query(MailDay).one().singles == 1


def test_every_feature_counts_in_the_same_places() -> None:
    news = News(Topic.HELP, "Geveltuintjes")
    wants(STRANGER, Rhythm.AT_ONCE)
    service.mail(STRANGER, "Reactie", "Ja.", news=news)
    invite()
    db.session.commit()
    work_off()

    assert not service.may_be_mailed(STRANGER)
    assert service.may_be_mailed("ander@voorbeeld.example")


def test_a_place_is_for_one_day(put_clock: SetClock) -> None:
    assert [places.take_place(STRANGER) for _ in range(3)] == [True, True, False]

    put_clock(f"{DAYS[1]} 00:00")

    assert places.take_place(STRANGER)


def test_an_invitation_waits_for_nobody_who_wants_one_mail_a_week(server: MailServer) -> None:
    wants(STRANGER, Rhythm.WEEK)
    invite()

    assert sent(server) == ["Doe je mee?"]


def test_who_wants_no_mail_is_not_mailed_either_later(
    server: MailServer, put_clock: SetClock
) -> None:
    wants(STRANGER, Rhythm.NEVER)
    invite()
    put_clock(f"{DAYS[1]} 09:00")

    assert sent(server) == []


def test_what_waits_keeps_waiting_when_its_job_runs_once_more(
    server: MailServer, put_clock: SetClock
) -> None:
    anna = a_person("Anna")
    wants(anna.email, Rhythm.AT_ONCE)
    told = [news_for(anna, f"Nieuws {number}").id for number in range(3)]
    sent(server)
    put_clock(f"{DAYS[1]} 08:00")

    deliver(told[2])

    assert sent(server) == ["Nieuws 0", "Nieuws 1"]
