"""Series of moments: the days that a rule gives, what is left out, and what is refused."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from flask import Flask

from app.accounts.models import User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives.lifecycle import TextState
from app.volunteering import service, words
from app.volunteering.models import Shift, ShiftSeries, VolunteerTask
from app.volunteering.repeating import Every, Repetition
from app.volunteering.service import LeftOut
from factories.accounts import a_person
from factories.clocks import SetClock, a_clock
from factories.races import at_once
from factories.volunteering import a_shift, a_task, asked


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Let it be a September with the days of 2026, long after every clock of a test machine."""
    put = a_clock(monkeypatch)
    put("2037-09-01 09:00")
    return put


def made_of(task: VolunteerTask) -> list[Shift]:
    return db.session.query(Shift).filter_by(task_id=task.id).order_by(Shift.starts_at).all()


def left_out(task: VolunteerTask, one: Repetition) -> dict[str, LeftOut]:
    days = service.days_of_series(task, one)
    return {found.day.isoformat(): found.left_out for found in days if found.left_out}


def test_make_series_makes_the_moments_and_writes_one_line() -> None:
    task, anna = a_task(), a_person("Anna")

    number = service.make_series(task, asked(times=12), by=anna)

    made = made_of(task)
    assert (number, len(made)) == (12, 12)
    assert {later.starts_at.weekday() - made[0].starts_at.weekday() for later in made} == {0}
    series = db.session.query(ShiftSeries).one()
    assert {(one.series_id, one.places, one.taken) for one in made} == {(series.id, 10, 0)}
    entry = db.session.query(Entry).filter_by(action="shift_series.make").one()
    assert (entry.subject_id, entry.actor_id, entry.reason) == (series.id, anna.id, "12")


def test_ten_o_clock_stays_ten_o_clock_over_both_clock_changes(at: SetClock) -> None:
    task = a_task()

    service.make_series(task, asked(date(2037, 10, 18), times=27), by=a_person("Anna"))

    made = made_of(task)
    assert {words.time_words(one.starts_at) for one in made} == {"10.00"}
    assert {one.ends_at - one.starts_at for one in made} == {timedelta(hours=2)}
    hours = [(one.starts_at.date().isoformat(), one.starts_at.hour) for one in made]
    assert hours[:2] == [("2037-10-18", 8), ("2037-10-25", 9)]
    assert hours[22:24] == [("2038-03-21", 9), ("2038-03-28", 8)]


def test_a_time_that_the_clock_skips_gets_no_moment_and_does_not_count(at: SetClock) -> None:
    task = a_task()
    one = asked(date(2038, 3, 21), starts=time(2, 30), ends=time(4), times=2)

    assert left_out(task, one) == {"2038-03-28": LeftOut.NO_SUCH_TIME}
    service.make_series(task, one, by=a_person("Anna"))

    days = [clock.day_of(shift.starts_at).isoformat() for shift in made_of(task)]
    assert days == ["2038-03-21", "2038-04-04"]


def test_a_time_that_comes_twice_is_the_first_one_and_is_there_once(at: SetClock) -> None:
    task = a_task()
    one = asked(date(2037, 10, 25), starts=time(2, 30), ends=time(2, 45), times=1)

    for _press in range(2):
        service.make_series(task, one, by=a_person("Anna"))

    (shift,) = made_of(task)
    assert shift.starts_at == datetime(2037, 10, 25, 0, 30, tzinfo=UTC)


def test_holidays_are_skipped_when_asked_and_do_not_count(at: SetClock) -> None:
    task = a_task()
    christmas = date(2037, 12, 25)
    one = asked(date(2037, 12, 18), times=3, skips_holidays=True)

    assert left_out(task, one) == {
        christmas.isoformat(): LeftOut.HOLIDAY,
        "2038-01-01": LeftOut.HOLIDAY,
    }
    assert left_out(task, asked(date(2037, 12, 18), times=3)) == {}
    assert service.make_series(task, one, by=a_person("Anna")) == 3


def test_a_second_press_makes_nothing_and_looking_makes_nothing_either() -> None:
    task, one = a_task(), asked(times=5)

    service.days_of_series(task, one)
    assert made_of(task) == []
    numbers = [service.make_series(task, one, by=a_person("Anna")) for _press in range(2)]

    assert (numbers, len(made_of(task))) == ([5, 0], 5)
    assert db.session.query(ShiftSeries).count() == 1


def test_a_moment_that_is_there_is_not_made_again_and_one_that_is_off_is(at: SetClock) -> None:
    task = a_task()
    there = a_shift(task, starts_at=datetime(2037, 11, 14, 9, tzinfo=UTC))
    off = a_shift(task, starts_at=datetime(2037, 11, 21, 9, tzinfo=UTC))
    service.cancel_shift(off, by=a_person("Anna"))
    one = asked(date(2037, 11, 7), times=3)

    assert left_out(task, one) == {"2037-11-14": LeftOut.THERE}
    assert service.make_series(task, one, by=a_person("Anna")) == 2
    assert there.series_id is None


def test_two_presses_at_once_make_one_series(app: Flask) -> None:
    task, anna = a_task(), a_person("Anna")
    task_id, anna_id, one = task.id, anna.id, asked(times=6)

    def make() -> None:
        found = db.session.get_one(VolunteerTask, task_id)
        service.make_series(found, one, by=db.session.get_one(User, anna_id))

    assert at_once(app, [make] * 4) == ["done"] * 4

    assert len(made_of(task)) == 6
    assert db.session.query(ShiftSeries).count() == 1


TOO_MANY = "Dit worden meer dan 60 momenten. Maak er eerst minder."


@pytest.mark.parametrize(
    ("one", "field", "sentence"),
    [
        (asked(date(2037, 12, 1)), "until", "Vul een laatste dag in, of hoe vaak."),
        (
            asked(date(2037, 12, 1), times=3, until=date(2037, 12, 31)),
            "times",
            "Kies een laatste dag of een aantal keer, niet allebei.",
        ),
        (asked(date(2037, 12, 1), times=0), "times", "Vul een getal in, bijvoorbeeld 10."),
        (asked(date(2037, 12, 1), times=-5), "times", "Vul een getal in, bijvoorbeeld 10."),
        (asked(date(2037, 12, 1), times=100_000), "times", TOO_MANY),
        (asked(date(2037, 12, 1), weekdays=tuple(range(7)), until=date.max), "until", TOO_MANY),
        (asked(date(2037, 12, 1), times=61), "times", TOO_MANY),
        (
            asked(date(2037, 12, 1), every=Every.MONTH, until=date(2057, 12, 1)),
            "until",
            "Kies een datum binnen twee jaar.",
        ),
        (asked(date.max, times=1), "times", "Kies een datum binnen twee jaar."),
        (
            asked(date(2037, 12, 1), until=date(2037, 11, 30)),
            "until",
            "Er valt geen moment in deze periode. Kies een latere dag.",
        ),
        (
            asked(date(2037, 8, 31), times=2),
            "date",
            "Kies een moment dat nog moet komen.",
        ),
        (
            asked(date(2037, 12, 1), ends=time(9), times=2),
            "ends",
            "De eindtijd moet later zijn dan de begintijd.",
        ),
    ],
)
def test_a_rule_that_cannot_be_is_refused_at_its_field_and_makes_nothing(
    at: SetClock, one: Repetition, field: str, sentence: str
) -> None:
    task = a_task()

    with pytest.raises(Refused) as refusal:
        service.make_series(task, one, by=a_person("Anna"))

    assert (refusal.value.field, refusal.value.message) == (field, sentence)
    assert made_of(task) == []


def test_sixty_is_the_most(at: SetClock) -> None:
    number = service.make_series(a_task(), asked(times=60), by=a_person("Anna"))

    assert number == 60


def test_only_who_runs_the_plan_makes_one_and_not_for_a_task_that_is_gone() -> None:
    with pytest.raises(NotAllowed):
        service.make_series(a_task(), asked(times=2), by=a_person("Bilal"))
    gone = a_task(title="Weg", state=TextState.WITHDRAWN)
    with pytest.raises(OutOfDate):
        service.make_series(gone, asked(times=2), by=a_person("Anna"))
