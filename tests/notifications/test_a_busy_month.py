"""Thirty days of a plan that much happens around, with a clock change in between: who gets how many mails."""

from collections import Counter
from datetime import date, timedelta
from email.utils import parsedate_to_datetime

import pytest

from app.core import clock
from app.core.db import db
from app.core.jobs import work_off
from app.initiatives import service as initiatives
from app.initiatives.lifecycle import TextState
from app.notifications.models import Message, Rhythm
from app.volunteering import service as volunteering
from factories.accounts import a_moderator, a_person
from factories.clocks import SetClock
from factories.initiatives import a_question, an_answer, an_initiative
from factories.mail_server import MailServer
from factories.notifications import wants
from factories.volunteering import a_shift, a_task

FIRST = date(2026, 10, 10)  # the clock goes back on the 25th
DAYS = [FIRST + timedelta(days=number) for number in range(30)]


def test_nobody_gets_more_than_one_mail_a_day_unless_something_is_theirs_to_do(
    server: MailServer, put_clock: SetClock
) -> None:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("a month is as long on every database: it is lived on SQLite")
    put_clock(f"{FIRST} 08:00")
    anna, tess, fatma = (a_person(name) for name in ("Anna", "Tess", "Fatma"))
    moderator = a_moderator()
    plan = an_initiative(anna, team=(tess,))
    shift = a_shift(a_task(plan), starts_at=clock.now() + timedelta(days=45), places=100)
    wants(tess.email, Rhythm.WEEK)
    volunteering.sign_up(shift, by=fatma)
    for day in DAYS:
        put_clock(f"{day} 14:00")
        question = a_question(plan, a_person("Bilal"), state=TextState.WAITING)
        initiatives.judge(question, "publish", by=moderator)
        if day.day % 5 == 0:
            volunteering.sign_up(shift, by=a_person(f"Buur {day.day}"))
            answer = an_answer(a_question(plan, fatma), anna, state=TextState.WAITING)
            initiatives.judge(answer, "publish", by=moderator)
        db.session.commit()
        work_off()
        put_clock(f"{day + timedelta(days=1)} 09:00")
        work_off()

    got = {person.name: per_day(server, person.email) for person in (anna, tess, fatma)}
    assert set(got["Anna"].values()) == {1}, "the mail of the day"
    assert len(got["Anna"]) == 30
    assert list(got["Tess"].values()) == [1] * 5, "five Mondays"
    assert {day.weekday() for day in got["Tess"]} == {0}
    assert got["Fatma"].total() <= 8
    left = db.session.query(Message).filter(Message.mailed_at.is_(None), Message.user_id == anna.id)
    assert left.count() == 0


def per_day(server: MailServer, address: str) -> Counter[date]:
    """Count the mails to an address on each day in Amsterdam."""
    moments = [
        parsedate_to_datetime(mail["Date"]) for mail in server.messages if mail["To"] == address
    ]
    return Counter(moment.astimezone(clock.AMSTERDAM).date() for moment in moments)
