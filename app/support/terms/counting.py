"""Count the days of a term: dates in, dates out, by the one convention of docs/terms.md.

The day something arrives is day 0, so the last day of a term of 56 days lies 56 days later. A day
is a date on the wall in Amsterdam; the hour does not count.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.core.workdays import DAY, next_working_day

OBJECTION = timedelta(weeks=6)  # from the day after the decision was sent (Awb 6:7, 6:8)
OBJECTION_ANSWER = timedelta(weeks=6)  # and as much again when it is put off (Awb 7:10)
NOT_CONSIDERED = timedelta(weeks=4)  # after the days to answer passed unused (Awb 4:5, fourth part)
LONGEST_MOVED = 90  # days: a longer term ends where it ends (Algemene termijnenwet 4)


@dataclass(frozen=True)
class Suspension:
    """Days that do not count: from the day after the question until the day of the answer.

    ``until`` is the last day for the answer; ``ended_on`` the day it came, or the day the question
    was taken back. Without one the whole time for the answer does not count (Awb 4:15).
    """

    asked_on: date
    until: date
    ended_on: date | None = None

    @property
    def first(self) -> date:
        return self.asked_on + DAY

    @property
    def last(self) -> date:
        """The last day that does not count: the day of the answer counts again."""
        return self.until if self.ended_on is None else min(self.ended_on - DAY, self.until)

    @property
    def days(self) -> int:
        return max(0, (self.last - self.asked_on).days)


@dataclass(frozen=True)
class Extension:
    """A new last day, told to the applicant on ``made_on`` (Awb 4:14)."""

    made_on: date
    until: date


@dataclass(frozen=True)
class Term:
    """The days in which an answer is due, counted from ``received``.

    Raises ``ValueError`` for suspensions that are not in order, or that overlap.
    """

    received: date
    days: int
    suspensions: tuple[Suspension, ...] = ()
    extension: Extension | None = None

    def __post_init__(self) -> None:
        for one, next_one in pairwise(self.suspensions):
            if next_one.asked_on < one.last:
                raise ValueError("a question was asked while another one was open")

    @property
    def counted_until(self) -> date:
        """The last day as counted, before it moves to a working day."""
        last, extension = self.received + self.days * DAY, self.extension
        for one in self.suspensions:
            if extension is not None and one.asked_on >= extension.made_on:
                last, extension = extension.until, None
            last = self._stretched(last, one)
        return last if extension is None else extension.until

    @property
    def due_on(self) -> date:
        """The last day for the answer."""
        return self._moved(self.counted_until)

    def used(self, today: date) -> int:
        """Return how many days of the term are over at the end of ``today``."""
        return self._counting(self.received, min(today, self.due_on))

    def left(self, today: date) -> int:
        """Return how many days still count after ``today``; 0 when the term is over."""
        return self._counting(max(today, self.received), self.due_on)

    def late(self, today: date) -> int:
        """Return how many days the answer is late."""
        return max(0, (today - self.due_on).days)

    def pauses(self) -> list[Suspension]:
        """Return the suspensions that stopped the clock for a day or more."""
        return [one for one in self.suspensions if one.days and one.asked_on < self.due_on]

    def _stretched(self, last: date, one: Suspension) -> date:
        """Add the days of a suspension, unless the term was over when it began."""
        if one.asked_on >= last:
            last = self._moved(last)  # the days until a working day belong to the term (art. 1)
        return last + one.days * DAY if one.asked_on < last else last

    def _moved(self, last: date) -> date:
        return last if self.days > LONGEST_MOVED else next_working_day(last)

    def _counting(self, after: date, until: date) -> int:
        """Return how many days in ``(after, until]`` count."""
        stopped = sum(_overlap(one, after, until) for one in self.suspensions)
        return max(0, (until - after).days - stopped)


def objection_until(announced: date) -> date:
    """Return the last day on which one can object to a decision that was sent on ``announced``."""
    return next_working_day(announced + OBJECTION)


def objection_due(objection_until: date, received: date) -> date:
    """Return the last day to answer an objection: six weeks after the term to object (Awb 7:10).

    For one that came after that term the weeks count from the day it was ``received``.
    """
    return next_working_day(max(objection_until, received) + OBJECTION_ANSWER)


def objection_postponed(due_on: date) -> date:
    """Return the last day to answer an objection whose answer is put off (Awb 7:10, third part)."""
    return next_working_day(due_on + OBJECTION_ANSWER)


def appeal_until(announced: date) -> date:
    """Return the last day to go to court about an answer that was sent on ``announced``."""
    return next_working_day(announced + OBJECTION)


def not_considered_until(until: date) -> date:
    """Return the last day to leave a request out, when it was not completed by ``until``."""
    return next_working_day(until + NOT_CONSIDERED)


def _overlap(one: Suspension, after: date, until: date) -> int:
    """Return how many days of a suspension lie in ``(after, until]``."""
    first, last = max(one.asked_on, after), min(one.last, until)
    return max(0, (last - first).days)
