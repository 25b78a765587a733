"""What somebody wants in the mail is kept, stopped with one button, and given back."""

from flask import Flask

from app.accounts.models import User, Visitor
from app.audit.models import Entry
from app.core.db import db
from app.core.jobs import work_off
from app.notifications import wishes
from app.notifications.models import MailWish, Rhythm, Topic
from app.notifications.places import rhythm_of
from factories.accounts import a_person
from factories.clocks import SetClock
from factories.mail_server import MailServer
from factories.notifications import news_for, wants
from factories.races import at_once

STRANGER = "vreemd@voorbeeld.example"


def log() -> list[tuple[str, str, int | None]]:
    lines = db.session.query(Entry).order_by(Entry.id)
    return [(line.action, line.new, line.actor_id) for line in lines]


def test_as_long_as_nobody_chose_news_comes_once_a_day_and_what_is_urgent_at_once() -> None:
    assert {rhythm_of(STRANGER, topic) for topic in Topic} == {Rhythm.DAY}
    assert rhythm_of(STRANGER, Topic.INVITATIONS, is_urgent=True) is Rhythm.AT_ONCE


def test_a_choice_is_kept_and_written_in_the_log() -> None:
    anna = a_person("Anna")

    wishes.choose(anna, Rhythm.WEEK, [Topic.PLANS, Topic.INVITATIONS])

    assert {topic: rhythm_of(anna.email, topic) for topic in Topic} == {
        Topic.PLANS: Rhythm.WEEK,
        Topic.TASKS: Rhythm.NEVER,
        Topic.HELP: Rhythm.NEVER,
        Topic.INVITATIONS: Rhythm.WEEK,
    }
    assert log() == [("mail_wishes.choose", "week", anna.id)]


def test_what_waits_follows_another_choice(server: MailServer, put_clock: SetClock) -> None:
    put_clock("2026-11-24 12:00")  # a Tuesday
    anna = a_person("Anna")
    wants(anna.email, Rhythm.WEEK)
    news_for(anna)
    db.session.commit()
    work_off()

    wishes.choose(anna, Rhythm.DAY, list(Topic))
    db.session.commit()
    put_clock("2026-11-25 09:00")
    work_off()
    put_clock("2026-11-30 09:00")
    work_off()

    assert [mail["Subject"] for mail in server.messages] == ["Nieuws voor je: 1 bericht"]


def test_a_stop_ends_news_and_a_second_one_changes_nothing() -> None:
    wants(STRANGER, Rhythm.WEEK)

    wishes.stop(STRANGER, by=Visitor())
    wishes.stop(STRANGER, by=Visitor())

    assert {rhythm_of(STRANGER, topic) for topic in Topic} == {Rhythm.NEVER}
    assert log() == [("mail_wishes.stop", "", None)]


def test_a_stop_that_is_taken_back_leaves_everything_as_it_was() -> None:
    wants(STRANGER, Rhythm.WEEK, without=(Topic.HELP,))
    wishes.stop(STRANGER, by=Visitor())

    wishes.resume(STRANGER, by=Visitor())
    wishes.resume(STRANGER, by=Visitor())

    assert rhythm_of(STRANGER, Topic.PLANS) is Rhythm.WEEK
    assert rhythm_of(STRANGER, Topic.HELP) is Rhythm.NEVER
    assert [action for action, *_ in log()] == ["mail_wishes.stop", "mail_wishes.resume"]


def test_news_that_waited_during_a_stop_comes_after_all(
    server: MailServer, put_clock: SetClock
) -> None:
    put_clock("2026-11-24 08:00")
    anna: User = a_person("Anna")
    news_for(anna)
    db.session.commit()
    work_off()
    wishes.stop(anna.email, by=anna)
    db.session.commit()
    put_clock("2026-11-24 09:00")
    work_off()
    wishes.resume(anna.email, by=anna)
    db.session.commit()
    put_clock("2026-11-25 09:00")
    work_off()

    assert [mail["Subject"] for mail in server.messages] == ["Nieuws voor je: 1 bericht"]


def test_two_stops_at_the_same_moment_are_one(app: Flask) -> None:
    def stop() -> None:
        wishes.stop(STRANGER, by=Visitor())

    assert at_once(app, [stop, stop, stop]) == ["done"] * 3

    assert db.session.query(MailWish).count() == 1
    assert len(log()) == 1
