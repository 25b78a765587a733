"""A copy of a task for the next month: the same texts, on the same days of that month."""

from datetime import date, datetime, time, timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.volunteering import service
from app.volunteering.copying import CopiedShift, next_month_of
from app.volunteering.forms.tasks import MOST_SHIFTS
from app.volunteering.models import VolunteerTask
from factories.accounts import a_person
from factories.clocks import a_clock
from factories.volunteering import a_shift, a_task


@pytest.fixture(autouse=True)
def on_the_twentieth(monkeypatch: pytest.MonkeyPatch) -> None:
    a_clock(monkeypatch)("2037-11-20 12:00")


def a_task_on(*moments: str) -> VolunteerTask:
    """Return a task with moments in Dutch time: ``2037-11-14 10:00``."""
    task = a_task()
    for moment in moments:
        a_shift(task, starts_at=datetime.fromisoformat(moment).replace(tzinfo=clock.AMSTERDAM))
    db.session.refresh(task)
    return task


def days_of(task: VolunteerTask) -> list[str]:
    return [shift.date.isoformat() for shift in next_month_of(task).shifts]


def test_the_texts_and_the_second_saturday_come_along() -> None:
    task = a_task_on("2037-11-14 10:00")

    copy = next_month_of(task)

    assert (copy.title, copy.what, copy.contact_name) == (task.title, task.what, task.contact_name)
    (shift,) = copy.shifts
    assert shift == CopiedShift(date(2037, 12, 12), time(10), time(12), 10)


@pytest.mark.parametrize(
    ("moments", "days"),
    [
        (["2037-11-03 10:00", "2037-11-25 10:00"], ["2037-12-01", "2037-12-23"]),
        (["2037-10-05 10:00", "2037-11-14 10:00"], ["2037-12-12"]),  # the last month only
        (["2037-10-31 10:00"], ["2037-12-26"]),  # a fifth Saturday becomes the last one
        (["2036-03-08 10:00"], ["2037-12-12"]),  # long ago: the month after this one
        (["2037-12-12 10:00"], ["2038-01-09"]),  # over the end of the year
        ([], []),
    ],
)
def test_the_moments_are_on_the_same_days_of_the_month(moments: list[str], days: list[str]) -> None:
    assert days_of(a_task_on(*moments)) == days


def test_ten_o_clock_stays_ten_o_clock_over_the_clock_change() -> None:
    (shift,) = next_month_of(a_task_on("2038-03-13 10:00")).shifts

    assert (shift.date, shift.starts) == (date(2038, 4, 10), time(10))


def test_what_was_called_off_stays_behind_and_a_form_is_never_too_full() -> None:
    task = a_task_on("2037-11-28 10:00")
    service.cancel_shift(task.shifts[0], by=a_person("Anna"))
    assert days_of(task) == []

    begin = datetime(2037, 12, 1, 10, tzinfo=clock.AMSTERDAM)
    for number in range(25):
        a_shift(task, starts_at=begin + timedelta(days=number))
    db.session.refresh(task)

    assert len(days_of(task)) == MOST_SHIFTS
