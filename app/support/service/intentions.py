"""Before a no that rests on other facts, the team is asked what it finds of them (Awb 4:7)."""

from functools import partial

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.support import intention_jobs as jobs
from app.support import letters, messages, queries, rules
from app.support.intentions import Intention
from app.support.models import SupportRequest
from app.support.post import LetterKind
from app.support.service.delays import TO_ANSWER, day_between
from app.support.service.turn import expect, take_turn
from app.support.service.writing import write
from app.support.values import Judgement, Question

NO = {"refuse", "grant_partly"}


def ask_view(request: SupportRequest, question: Question, *, by: User) -> Intention:
    """Tell the team what we think is different, and ask what it finds of that; the clock goes on.

    Raises ``Refused`` at the field ``until`` for a day that is too near or too far;
    ``OutOfDate`` when a colleague asked already and the team can still answer.
    """
    take_turn(request)
    authorize(by, rules.ask_view, request)
    expect(request, "refuse")
    expect_no_question(request)
    today = clock.today()
    intention = Intention(
        request=request,
        made_by=by,
        made_on=today,
        until=day_between(question.until, *(today + wait for wait in TO_ANSWER)),
        differs=question.text,
    )
    db.session.add(intention)
    record(by, "support_requests.ask_view", request)
    db.session.flush()
    jobs.plan_view(intention)
    write(request, LetterKind.INTENTION, partial(letters.intention, intention), signed_by=by)
    return intention


def give_view(request: SupportRequest, text: str, *, by: User) -> None:
    """Say for the team what it finds; also after the last day, until there is a decision."""
    take_turn(request)
    authorize(by, rules.give_view, request)
    intention = _keep(request, text, by=by)
    write(request, LetterKind.VIEW_CAME, partial(letters.view_came, intention))
    messages.tell_coordinators_of_answer(request)


def note_view(request: SupportRequest, text: str, *, by: User) -> None:
    """Write down what the team told; the team gets a copy and can say that it is not so."""
    take_turn(request)
    authorize(by, rules.ask_view, request)
    intention = _keep(request, text, by=by)
    intention.was_told = True
    write(request, LetterKind.VIEW_CAME, partial(letters.view_came, intention), signed_by=by)


def expect_no_question(request: SupportRequest) -> None:
    """Raise ``OutOfDate`` while the team can still give its view on an earlier question."""
    last = queries.last_intention(request)
    if last is not None and last.is_waiting:
        raise OutOfDate(
            _(
                "%(who)s vroeg dit al, op %(day)s. Het team kan reageren tot en met %(until)s.",
                who=last.made_by.name,
                day=date_words(last.made_on),
                until=date_words(last.until),
            )
        )


def expect_view_wanted(request: SupportRequest) -> Intention:
    """Return the question to the team. Raises ``OutOfDate`` when it was answered, or there is a decision."""
    intention = queries.found_intention(request)
    if intention.view_by is not None:
        raise OutOfDate(
            _(
                "%(who)s schreef al een reactie op, op %(day)s.",
                who=intention.view_by.name,
                day=date_words(intention.view_on),
            )
        )
    expect(request, "refuse")
    return intention


def check_team_was_heard(request: SupportRequest, judgement: Judgement) -> None:
    """Let no decision of the law say no before the team could say what it finds (Awb 4:7).

    Raises ``Refused`` at the field where the reader can do something about it.
    """
    if judgement.step not in NO or not request.asks_decision:
        return
    last = queries.last_intention(request)
    if last is not None and last.is_waiting:
        day = date_words(last.until)
        raise Refused(_("Het team kan nog reageren tot en met %(day)s.", day=day), field="step")
    if judgement.other_facts and last is None:
        raise Refused(
            _("Vraag het team eerst wat het hiervan vindt. Dat moet van de wet."),
            field="other_facts",
        )


def _keep(request: SupportRequest, text: str, *, by: User) -> Intention:
    intention = expect_view_wanted(request)
    intention.view, intention.view_on, intention.view_by = text, clock.today(), by
    record(by, "support_requests.give_view", request)
    db.session.flush()
    return intention
