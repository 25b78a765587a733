"""What moves the last day for an answer: a question to the team stops the clock, an extension adds."""

from datetime import date, timedelta
from functools import partial

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import take_step
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.core.workdays import DAY, next_working_day
from app.support import jobs, letters, messages, rules, terms
from app.support.delays import Extension, Supplement
from app.support.lifecycle import LIFE, RequestState
from app.support.models import SupportRequest
from app.support.post import LetterKind
from app.support.service.turn import take_turn
from app.support.service.writing import write
from app.support.values import MoreTime, Question

TO_ANSWER = timedelta(weeks=1), timedelta(weeks=8)  # the least and most time for the team
LONGEST_EXTENSION = timedelta(weeks=12)


def ask_supplement(request: SupportRequest, question: Question, *, by: User) -> Supplement:
    """Ask the team for what is missing; the clock stands still from tomorrow (Awb 4:15).

    Raises ``Refused`` at the field ``until`` for a day that is too near or too far;
    ``OutOfDate`` when somebody else was first.
    """
    take_turn(request)
    authorize(by, rules.ask_supplement, request)
    today, until = clock.today(), question.until
    if "ask_supplement" in LIFE.possible(request.state):  # else the step tells who was first
        until = day_between(until, *(today + wait for wait in TO_ANSWER))
    take_step(LIFE, request, "ask_supplement", by=by)
    supplement = Supplement(
        request=request, asked_by=by, asked_on=today, until=until, question=question.text
    )
    db.session.add(supplement)
    _count_again(request)
    jobs.plan_supplement(supplement)
    write(request, LetterKind.QUESTION, partial(letters.question, supplement), signed_by=by)
    return supplement


def answer_supplement(request: SupportRequest, answer: str, *, by: User) -> None:
    """Answer the question for the team; from today the clock runs again."""
    take_turn(request)
    authorize(by, rules.supplement, request)
    supplement = end_question(request, "supplement", by=by)
    supplement.answer, supplement.answered_by = answer, by
    _count_again(request)
    write(request, LetterKind.ANSWER_CAME, partial(letters.answer_came, supplement))
    messages.tell_coordinators_of_answer(request)


def go_on(request: SupportRequest, *, by: User) -> None:
    """Go on without an answer; from today the clock runs again."""
    take_turn(request)
    authorize(by, rules.go_on, request)
    end_question(request, "go_on", by=by)
    _count_again(request)
    write(request, LetterKind.GOING_ON, partial(letters.going_on, request), signed_by=by)


def end_question(request: SupportRequest, step: str, *, by: User) -> Supplement:
    """Take a step that ends the question to the team, and return that question."""
    take_step(LIFE, request, step, by=by)
    [supplement] = (one for one in request.supplements if one.ended_on is None)
    supplement.ended_on = clock.today()
    return supplement


def extend(request: SupportRequest, more: MoreTime, *, by: User) -> Extension:
    """Name a later day for the answer, once and before the old one came (Awb 4:14).

    Raises ``Refused`` at the field ``until`` when it is too late for that, or for a day that
    does not lie after the old one; ``OutOfDate`` when a colleague was first.
    """
    take_turn(request)
    authorize(by, rules.extend, request)
    step = "extend_proposed" if request.state is RequestState.PROPOSED else "extend"
    until, before = more.until, request.decision_due_on
    if step in LIFE.possible(request.state) and before is not None:
        _check_first(request)
        if clock.today() >= before:
            raise Refused(_too_late(before), field="until")
        until = day_between(until, before + DAY, before + LONGEST_EXTENSION)
    take_step(LIFE, request, step, by=by, reason=more.reason)
    extension = Extension(
        request=request, made_by=by, made_on=clock.today(), until=until, reason=more.reason
    )
    db.session.add(extension)
    _count_again(request)
    say = partial(letters.extension, extension, before)
    write(request, LetterKind.EXTENSION, say, signed_by=by)
    return extension


def expect_extendable(request: SupportRequest) -> None:
    """Raise ``OutOfDate`` when the term of an open request cannot be made longer any more."""
    _check_first(request)
    if request.decision_due_on is not None and clock.today() >= request.decision_due_on:
        raise OutOfDate(_too_late(request.decision_due_on))


def _check_first(request: SupportRequest) -> None:
    if request.extension is not None:
        raise OutOfDate(
            _(
                "%(who)s nam al meer tijd, op %(day)s. Dat kan één keer.",
                who=request.extension.made_by.name,
                day=date_words(request.extension.made_on),
            )
        )


def _too_late(due_on: date) -> str:
    return str(
        _(
            "Meer tijd nemen kan alleen vóór %(day)s: dat is de laatste dag voor het antwoord.",
            day=date_words(due_on),
        )
    )


def day_between(chosen: date, first: date, last: date) -> date:
    """Return the working day on or after the day that was ``chosen``."""
    if not first <= chosen <= last:
        raise Refused(
            _(
                "Kies een dag van %(first)s tot en met %(last)s.",
                first=date_words(first),
                last=date_words(last),
            ),
            field="until",
        )
    return next_working_day(chosen)


def _count_again(request: SupportRequest) -> None:
    """Put the last day where the term ends now, and plan what we say around it."""
    db.session.flush()
    term = terms.term_of(request)
    if term is not None:
        request.decision_due_on = term.due_on
    db.session.flush()
    jobs.plan_due_day(request)
