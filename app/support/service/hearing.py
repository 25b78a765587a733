"""On the way to an answer to an objection: more time, and hearing the team (Awb 7)."""

from datetime import date
from functools import partial

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import take_step
from app.core import clock
from app.core.dates import date_words
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.support import letters, terms
from app.support import objection_jobs as jobs
from app.support import objection_rules as rules
from app.support.objections import LIFE, Objection, ObjectionState
from app.support.post import LetterKind
from app.support.service.objections import take_turn_at
from app.support.service.writing import write


def postpone_objection(objection: Objection, why: str, *, by: User) -> None:
    """Put the answer off by six weeks, once and before the last day has passed (Awb 7:10).

    Raises ``OutOfDate`` when that was done before, or when it is too late.
    """
    take_turn_at(objection)
    authorize(by, rules.handle, objection)
    before = objection.due_on
    if objection.is_open:  # else the step tells who was first
        expect_postponable(objection)
        objection.postponed_on, objection.postponed_why = clock.today(), why
        objection.due_on = terms.objection_postponed(before)
    heard = objection.state is ObjectionState.HEARD
    take_step(LIFE, objection, "postpone_heard" if heard else "postpone", by=by, reason=why)
    jobs.plan_objection(objection)
    say = partial(letters.objection_postponed, objection, before)
    write(objection.decision.request, LetterKind.OBJECTION_POSTPONED, say, signed_by=by)


def expect_postponable(objection: Objection) -> None:
    """Raise ``OutOfDate`` when the answer cannot be put off any more."""
    if objection.postponed_on is not None:
        day = date_words(objection.postponed_on)
        raise OutOfDate(_("Er is al meer tijd genomen, op %(day)s. Dat kan één keer.", day=day))
    if clock.today() > objection.due_on:
        day = date_words(objection.due_on)
        raise OutOfDate(_("Meer tijd nemen kon tot en met %(day)s.", day=day))


def note_hearing(objection: Objection, day: date, words: str, *, by: User) -> None:
    """Keep that the team was heard, when, and in short what was said (Awb 7:2, 7:7).

    Raises ``Refused`` at the field ``day`` for a day before the objection came or after today.
    """
    take_turn_at(objection)
    authorize(by, rules.handle, objection)
    if not objection.received_on <= day <= clock.today():
        raise Refused(
            _("Kies een dag vanaf %(day)s tot vandaag.", day=date_words(objection.received_on)),
            field="day",
        )
    if "hear" in LIFE.possible(objection.state):
        objection.heard_on, objection.hearing = day, words
    take_step(LIFE, objection, "hear", by=by)
