"""Series: moments of a task that come back, made by a rule after a look at its days."""

from dataclasses import dataclass
from datetime import UTC, date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts.models import User
from app.audit.service import record
from app.core import clock, workdays
from app.core.choices import Choice
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.volunteering import queries, rules
from app.volunteering.models import ShiftSeries, VolunteerTask
from app.volunteering.queries.series import Times
from app.volunteering.repeating import Repetition
from app.volunteering.service import places
from app.volunteering.service.shifts import FURTHEST, GONE, ShiftPlan, check_shift, new_shift

MOST = 60  # moments: a year of weeks and some; more nobody looks over on one page


class LeftOut(Choice):
    """Why a day of the rule gets no new moment."""

    HOLIDAY = "holiday", _l("feestdag, slaan we over")
    NO_SUCH_TIME = "no_such_time", _l("slaan we over: deze tijd bestaat niet, de klok gaat vooruit")
    THERE = "there", _l("staat er al")


@dataclass(frozen=True)
class SeriesDay:
    """A day of the rule, and the moment on it; ``left_out`` says why none is made."""

    day: date
    plan: ShiftPlan
    left_out: LeftOut | None


def days_of_series(task: VolunteerTask, asked: Repetition) -> list[SeriesDay]:
    """Return the days that a rule gives, as ``make_series`` makes them; changes nothing.

    The number of times counts the moments there are afterwards: a holiday that is skipped does
    not count, and a moment that is there already does. Raises ``Refused`` (422) with the field for
    a rule without an end, without a moment, with more than ``MOST``, or beyond two years. Reads at
    most two years of days, so no rule takes long.
    """
    _check_end(asked)
    there = queries.times_of(task)
    days: list[SeriesDay] = []
    number = 0
    for day in asked.days():
        if day > clock.today() + FURTHEST:
            raise Refused(_("Kies een datum binnen twee jaar."), field=_end(asked))
        found = _on(day, asked, there)
        number += found.left_out in {None, LeftOut.THERE}
        if number > MOST:
            raise _too_many(asked)
        days.append(found)
        if number == asked.times:
            break
    if not number:
        raise Refused(_("Er valt geen moment in deze periode. Kies een latere dag."), field="until")
    return days


def make_series(task: VolunteerTask, asked: Repetition, *, by: User) -> int:
    """Make the moments of a rule that are not there yet; return how many.

    So a second press makes nothing and returns 0. Raises what ``days_of_series`` raises, and
    ``OutOfDate`` (409) when the task is withdrawn or was refused.
    """
    authorize(by, rules.edit, task)
    places.lock(task)
    if task.state in GONE:
        raise OutOfDate(_("Deze klus is niet meer te veranderen."))
    plans = [found.plan for found in days_of_series(task, asked) if found.left_out is None]
    if not plans:
        return 0
    series = ShiftSeries(task=task, rule=asked.rule)
    db.session.add(series)
    for plan in plans:
        new_shift(task, plan).series = series
    db.session.flush()
    record(by, "shift_series.make", series, reason=str(len(plans)))
    return len(plans)


def _on(day: date, asked: Repetition, there: Times) -> SeriesDay:
    starts_at, ends_at = (clock.on_the_wall(day, at) for at in (asked.starts, asked.ends))
    plan = ShiftPlan(starts_at, ends_at, asked.places)
    if asked.skips_holidays and day in workdays.holidays(day.year):
        return SeriesDay(day, plan, LeftOut.HOLIDAY)
    if clock.is_skipped(starts_at) or clock.is_skipped(ends_at):
        return SeriesDay(day, plan, LeftOut.NO_SUCH_TIME)
    check_shift(plan)
    is_there = (starts_at.astimezone(UTC), ends_at.astimezone(UTC)) in there
    return SeriesDay(day, plan, LeftOut.THERE if is_there else None)


def _check_end(asked: Repetition) -> None:
    if asked.until is None and asked.times is None:
        raise Refused(_("Vul een laatste dag in, of hoe vaak."), field="until")
    if asked.until is not None and asked.times is not None:
        raise Refused(_("Kies een laatste dag of een aantal keer, niet allebei."), field="times")
    if asked.times is not None and asked.times < 1:
        raise Refused(_("Vul een getal in, bijvoorbeeld 10."), field="times")


def _end(asked: Repetition) -> str:
    return "times" if asked.until is None else "until"


def _too_many(asked: Repetition) -> Refused:
    words = _("Dit worden meer dan %(most)s momenten. Maak er eerst minder.", most=MOST)
    return Refused(words, field=_end(asked))
