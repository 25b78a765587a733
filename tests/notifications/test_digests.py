"""News comes in one mail when somebody wants that: whole, once, and never for nothing."""

import pytest
from flask import Flask

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.core.jobs import Job, work_off
from app.core.speech import speaking
from app.notifications import service
from app.notifications.jobs import send_digest
from app.notifications.models import MailDay, Message, Rhythm, Topic
from factories.accounts import a_person
from factories.clocks import SetClock
from factories.mail_server import MailServer, part
from factories.notifications import news_for, wants

SUNDAY, MONDAY, TUESDAY = "2026-11-22", "2026-11-23", "2026-11-24"


@pytest.fixture
def anna(put_clock: SetClock) -> User:
    put_clock(f"{SUNDAY} 12:00")
    return a_person("Anna")


def subjects(server: MailServer) -> list[str]:
    """Let the worker do what is due; return what arrived."""
    db.session.commit()
    work_off()
    return [mail["Subject"] for mail in server.messages]


def test_news_of_a_day_is_one_mail_with_a_heading_for_each_plan(
    server: MailServer, anna: User, put_clock: SetClock
) -> None:
    news_for(anna, "Een vraag over de tuin")
    news_for(anna, "Een vraag over het feest", plan="Straatfeest", link="/feest")
    news_for(anna, "Bilal doet mee")
    assert subjects(server) == [], "nobody chose, so it waits for the morning"

    put_clock(f"{MONDAY} 09:00")

    assert subjects(server) == ["Nieuws voor je: 3 berichten"]
    [mail] = server.messages
    day = db.session.query(MailDay).one()
    assert mail["Message-ID"] == f"<day-{day.id}-{day.day:%Y%m%d}@127.0.0.1>"
    text = part(mail, "plain")
    assert text.startswith(
        "Dit gebeurde er sinds onze vorige mail.\n\n"
        "Geveltuintjes\n\n"
        "- Een vraag over de tuin\n  Lees de vraag:\n  http://127.0.0.1:5000/doe-mee\n\n"
        "- Bilal doet mee\n  Lees de vraag:\n  http://127.0.0.1:5000/doe-mee\n\n"
        "Straatfeest\n\n"
        "- Een vraag over het feest\n  Lees de vraag:\n  http://127.0.0.1:5000/feest\n\n"
        "Met vriendelijke groet,"
    )
    page = part(mail, "html")
    assert (page.count("<h2"), page.count("<li"), page.count("Geveltuintjes")) == (2, 3, 1)
    assert "http://127.0.0.1:5000/mail/stop/" in text
    assert mail["List-Unsubscribe"].startswith("<http://127.0.0.1:5000/mail/stop/")
    assert subjects(server) == ["Nieuws voor je: 3 berichten"], "and no second time"


def test_who_wants_one_mail_a_week_gets_it_on_monday(
    server: MailServer, anna: User, put_clock: SetClock
) -> None:
    wants(anna.email, Rhythm.WEEK)
    put_clock(f"{MONDAY} 10:00")
    news_for(anna)
    put_clock("2026-11-29 23:00")
    assert subjects(server) == []

    put_clock("2026-11-30 09:00")

    assert subjects(server) == ["Nieuws voor je: 1 bericht"]


def test_what_was_read_on_the_site_is_news_no_more(
    server: MailServer, anna: User, put_clock: SetClock
) -> None:
    read, _other = news_for(anna, "Gelezen", link="/a"), news_for(anna, "Nieuw", link="/b")
    assert subjects(server) == []
    service.mark_read(read, by=anna)
    put_clock(f"{MONDAY} 09:00")

    assert subjects(server) == ["Nieuws voor je: 1 bericht"]
    assert "Gelezen" not in part(server.messages[0], "plain")


@pytest.mark.parametrize("how", ["read", "blocked", "never", "not about this"])
def test_nothing_leaves_when_there_is_nothing_to_tell(
    server: MailServer, anna: User, put_clock: SetClock, how: str
) -> None:
    news_for(anna)
    assert subjects(server) == []
    if how == "read":
        service.mark_all_read(anna)
    elif how == "blocked":
        anna.blocked_at = clock.now()
    elif how == "never":
        wants(anna.email, Rhythm.NEVER)
    else:
        wants(anna.email, Rhythm.DAY, without=(Topic.PLANS,))
    put_clock(f"{MONDAY} 09:00")

    assert subjects(server) == []
    waiting = db.session.query(Job).filter(Job.done_at.is_(None), Job.kind.like("%digest"))
    assert waiting.count() == 0


def test_a_crash_after_sending_repeats_the_same_mail(
    server: MailServer, anna: User, put_clock: SetClock
) -> None:
    message = news_for(anna)
    subjects(server)
    day = db.session.query(MailDay).one()
    put_clock(f"{MONDAY} 09:00")
    send_digest(day.id)
    db.session.refresh(day)
    message.mailed_at, day.mailed_at = (
        None,
        None,
    )  # as if the worker died before it could tick it off
    news_for(anna, "Later")
    subjects(server)

    first, second = server.messages
    assert first["Message-ID"] == second["Message-ID"]
    assert part(first, "plain").count("Een vraag") == part(second, "plain").count("Een vraag") == 1
    assert "Later" not in part(second, "plain")


def test_news_that_comes_while_the_mail_is_written_goes_into_the_next(
    server: MailServer, anna: User, put_clock: SetClock
) -> None:
    news_for(anna, "Op tijd")
    subjects(server)
    put_clock(f"{MONDAY} 09:00")
    subjects(server)
    put_clock(f"{MONDAY} 08:59")  # this worker looked at the clock a moment before
    news_for(anna, "Te laat")
    subjects(server)
    put_clock(f"{TUESDAY} 09:00")
    subjects(server)

    assert ["Te laat" in part(mail, "plain") for mail in server.messages] == [False, True]


def test_news_of_a_day_on_which_no_mail_could_leave_comes_with_the_next(
    app: Flask, server: MailServer, anna: User, put_clock: SetClock
) -> None:
    news_for(anna, "Van zondag")
    subjects(server)
    up, app.config["MAIL_URL"] = app.config["MAIL_URL"], "smtp://127.0.0.1:9"
    put_clock(f"{MONDAY} 09:00")
    subjects(server)
    app.config["MAIL_URL"] = up
    put_clock(f"{TUESDAY} 07:00")
    news_for(anna, "Van dinsdag")
    assert subjects(server) == []

    put_clock(f"{TUESDAY} 09:00")

    assert subjects(server) == ["Nieuws voor je: 2 berichten"]


def test_the_mail_of_a_day_speaks_the_language_of_its_reader(
    server: MailServer, anna: User, put_clock: SetClock
) -> None:
    anna.language = "ar"
    with speaking("ar"):
        news_for(anna)
    subjects(server)
    put_clock(f"{MONDAY} 09:00")
    subjects(server)

    [mail] = server.messages
    assert '<html lang="ar" dir="rtl">' in part(mail, "html")
    assert "?taal=ar" in part(mail, "plain")
    assert mail["List-Unsubscribe"].endswith(">")
    assert "taal" not in mail["List-Unsubscribe"]


def test_what_cannot_wait_leaves_at_once_and_is_not_counted(
    server: MailServer, anna: User, put_clock: SetClock
) -> None:
    wants(anna.email, Rhythm.NEVER)
    for number in range(5):
        service.tell(anna, f"Besluit {number}", "Ja.")

    assert len(subjects(server)) == 5
    assert db.session.query(MailDay).count() == 0
    assert {mail["List-Unsubscribe"] for mail in server.messages} == {None}


def test_days_that_are_long_past_are_forgotten(anna: User, put_clock: SetClock) -> None:
    news_for(anna)
    db.session.commit()
    work_off()
    put_clock("2026-12-08 09:00")
    news_for(anna)
    db.session.commit()
    work_off()

    assert [one.day.isoformat() for one in db.session.query(MailDay)] == ["2026-12-09"]
    assert db.session.query(Message).count() == 2
