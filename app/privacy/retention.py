"""How long things about people are kept, and forgetting what is past its term, in batches.

What the law wants to be kept is not in here, and drafts have a clock of their own
(``initiatives/jobs.py``). ``docs/privacy.md`` has the terms.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, update

from app.accounts import service as accounts
from app.accounts.looks import Look
from app.accounts.models import LoginSession, OneTimeLink, RoleAssignment, User
from app.audit.models import PORTAL, Entry
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate
from app.core.transaction import transaction
from app.notifications.models import Message, PushDevice
from app.privacy import service
from app.reports.models import ContentReport
from app.support.batches import Batch, BatchRow
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import REMEMBERED, Attendance, Certificate, Shift, SignUp
from app.volunteering.wishes import TaskCall, TaskMark

BATCH = 500  # rows in one transaction, so that nobody waits long for the database
MONTH, YEAR = timedelta(days=30), timedelta(days=365)
INACTIVE, TIME_TO_RETURN = 2 * YEAR, timedelta(days=42)
CAME_TO_NOTHING = (SignUpState.DECLINED, SignUpState.CANCELLED, SignUpState.LAPSED)
Numbers = Sequence[int]


@dataclass(frozen=True)
class Term:
    """Rows of ``model`` that are past their term, and what happens to them, by number.

    ``name`` is what the command prints.
    """

    name: str
    model: type[Any]
    is_past: Callable[[], ColumnElement[bool]]
    forget: Callable[[Numbers], None]


def past(term: Term) -> int:
    """Return how many rows are past ``term``; nothing is changed."""
    rows = select(func.count()).select_from(term.model).where(term.is_past())
    return db.session.scalar(rows) or 0


def forget(term: Term) -> int:
    """Forget the rows that are past ``term``, each batch in a transaction of its own; return how many.

    An account that somebody still needs is left as it is, and counted as well.
    """
    total = last = 0
    while True:
        with transaction():
            rows = select(term.model.id).where(term.is_past(), term.model.id > last)
            numbers = db.session.scalars(rows.order_by(term.model.id).limit(BATCH)).all()
            if not numbers:
                return total
            term.forget(numbers)
        total, last = total + len(numbers), numbers[-1]


def _deleted(model: type[Any]) -> Callable[[Numbers], None]:
    """Return what deletes rows of ``model``, with one line in the log for a batch."""

    def delete_them(numbers: Numbers) -> None:
        newest = db.session.get_one(model, numbers[-1])
        action = f"{model.__tablename__}.expire"
        record(None, action, newest, reason=str(len(numbers)), origin=PORTAL)
        db.session.execute(delete(model).where(model.id.in_(numbers)))

    return delete_them


def _delete_sessions(numbers: Numbers) -> None:
    db.session.execute(delete(PushDevice).where(PushDevice.session_id.in_(numbers)))
    _deleted(LoginSession)(numbers)


def _delete_sign_ups(numbers: Numbers) -> None:
    db.session.execute(delete(Attendance).where(Attendance.sign_up_id.in_(numbers)))
    _deleted(SignUp)(numbers)


def _clear_thanks(numbers: Numbers) -> None:
    newest = db.session.get_one(Shift, numbers[-1])
    record(None, "shifts.expire", newest, reason=str(len(numbers)), origin=PORTAL)
    db.session.execute(update(Shift).where(Shift.id.in_(numbers)).values(thanks=""))


def _delete_batches(numbers: Numbers) -> None:
    db.session.execute(delete(BatchRow).where(BatchRow.batch_id.in_(numbers)))
    _deleted(Batch)(numbers)


def _clear_addresses(numbers: Numbers) -> None:
    newest = db.session.get_one(ContentReport, numbers[-1])
    record(None, "content_reports.expire", newest, reason=str(len(numbers)), origin=PORTAL)
    theirs = ContentReport.id.in_(numbers)
    db.session.execute(update(ContentReport).where(theirs).values(email=""))


def _is_address_of_old_report() -> ColumnElement[bool]:
    """Say of reports by visitors that their address is not needed: long decided, or never confirmed."""
    unconfirmed = ContentReport.confirmed_at.is_(None) & _before(ContentReport.created_at, MONTH)
    return (ContentReport.email != "") & or_(_before(ContentReport.decided_at, MONTH), unconfirmed)


def _warn(numbers: Numbers) -> None:
    for person in db.session.scalars(select(User).where(User.id.in_(numbers))).all():
        accounts.warn(person, until=clock.today() + TIME_TO_RETURN)


def _erase(numbers: Numbers) -> None:
    for person in db.session.scalars(select(User).where(User.id.in_(numbers))).all():
        try:
            service.erase(person, by=person)
        except OutOfDate:
            continue  # others count on this person: a plan, or an organisation


def _before(moment: ColumnElement[Any] | Any, ago: timedelta) -> ColumnElement[bool]:
    passed: ColumnElement[bool] = moment < clock.now() - ago
    return passed


def _is_inactive() -> ColumnElement[bool]:
    """Say of people that they have no role, and did not sign in for a long time."""
    return (
        User.blocked_at.is_(None)
        & ~select(RoleAssignment.id).where(RoleAssignment.user_id == User.id).exists()
        & _before(func.coalesce(_last_sign_in(), User.created_at), INACTIVE)
    )


def _was_warned(before: datetime) -> ColumnElement[bool]:
    """Say of people that they were warned before a moment, and did not sign in since."""
    warning = (Entry.subject_type == User.__tablename__) & (Entry.subject_id == User.id)
    is_recent = Entry.at > func.coalesce(_last_sign_in(), User.created_at)
    told = (Entry.action == "users.warn") & (Entry.at <= before)
    return select(Entry.id).where(warning, told, is_recent).exists()


def _last_sign_in() -> Any:
    theirs = select(func.max(LoginSession.created_at)).where(LoginSession.user_id == User.id)
    return theirs.correlate(User).scalar_subquery()


def _is_old_session() -> ColumnElement[bool]:
    """Say of sessions that they are long over; the last one of somebody tells when that was."""
    newest = select(func.max(LoginSession.id)).group_by(LoginSession.user_id)
    is_over = _before(func.coalesce(LoginSession.ended_at, LoginSession.expires_at), 3 * MONTH)
    return is_over & LoginSession.id.not_in(newest)


def _is_finished() -> ColumnElement[bool]:
    """Say of sign-ups that their shift is long over; shorter ago when they came to nothing."""
    ended = select(Shift.ends_at).where(Shift.id == SignUp.shift_id).scalar_subquery()
    came_to_nothing = SignUp.state.in_(CAME_TO_NOTHING) & _before(ended, timedelta(days=28))
    return or_(_before(ended, REMEMBERED), came_to_nothing)


def _is_old_certificate() -> ColumnElement[bool]:
    """Say of certificates that they are old; sooner when they were withdrawn."""
    return or_(_before(Certificate.made_at, 5 * YEAR), _before(Certificate.withdrawn_at, YEAR))


def _is_old_mark() -> ColumnElement[bool]:
    """Say of what is kept between a person and a task that the last of it is long ago."""
    asked, hidden = (_before(one, YEAR) for one in (TaskMark.asked_at, TaskMark.hidden_at))
    return or_(asked, TaskMark.asked_at.is_(None)) & or_(hidden, TaskMark.hidden_at.is_(None))


def _is_old_message() -> ColumnElement[bool]:
    no_account = Message.user_id.is_(None) & _before(Message.created_at, MONTH)
    return or_(_before(Message.created_at, YEAR), no_account)


TERMS = (
    Term(
        "accounts to delete, warned before",
        User,
        lambda: _is_inactive() & _was_warned(clock.now() - TIME_TO_RETURN),
        _erase,
    ),
    Term(
        "accounts to warn",
        User,
        lambda: _is_inactive() & ~_was_warned(clock.now()),
        _warn,
    ),
    Term("sign-ups", SignUp, _is_finished, _delete_sign_ups),
    Term(
        "words of thanks",
        Shift,
        lambda: (Shift.thanks != "") & _before(Shift.ends_at, YEAR),
        _clear_thanks,
    ),
    Term("certificates", Certificate, _is_old_certificate, _deleted(Certificate)),
    Term("hidden tasks and questions", TaskMark, _is_old_mark, _deleted(TaskMark)),
    Term(
        "numbers of people asked",
        TaskCall,
        lambda: _before(TaskCall.made_at, YEAR),
        _deleted(TaskCall),
    ),
    Term("messages and mails", Message, _is_old_message, _deleted(Message)),
    Term("sessions", LoginSession, _is_old_session, _delete_sessions),
    Term(
        "one-time links",
        OneTimeLink,
        lambda: _before(OneTimeLink.created_at, MONTH),
        _deleted(OneTimeLink),
    ),
    Term("steps for many requests", Batch, lambda: _before(Batch.at, MONTH), _delete_batches),
    Term(
        "addresses of visitors who reported",
        ContentReport,
        _is_address_of_old_report,
        _clear_addresses,
    ),
    Term(
        "reports",
        ContentReport,
        lambda: _before(ContentReport.decided_at, YEAR),
        _deleted(ContentReport),
    ),
    Term("looks", Look, lambda: _before(Look.at, YEAR), _deleted(Look)),
)
