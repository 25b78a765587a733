"""Make a destruction list, take files off it, put it aside, and destroy what is on it."""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.accounts.models import User
from app.archive import file, messages, queries, rules, terms
from app.archive.lifecycle import LIFE, ListState
from app.archive.models import DestructionLine, DestructionList
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.support.models import SupportRequest


def make(*, by: User) -> DestructionList:
    """Put the oldest files that are past their term on a new list, at most ``queries.MOST``.

    Raises ``Refused`` when there are none, and ``OutOfDate`` (409) when somebody else just made one.
    """
    authorize(by, rules.make)
    first = queries.due().first
    if not first:
        raise Refused(_("Er zijn geen dossiers die over hun bewaartijd zijn."))
    one = DestructionList(made_by_id=by.id, lines=[_line(ended) for ended in first])
    try:
        with db.session.begin_nested():
            db.session.add(one)
    except IntegrityError as listed:
        raise OutOfDate(_("Een collega maakte net een lijst met deze dossiers.")) from listed
    record(by, "destruction_lists.make", one, new=str(len(first)))
    return one


def keep(line: DestructionLine, until: date, reason: str, *, by: User) -> None:
    """Take a file off an open list until a day; what was exported does not count any more."""
    authorize(by, rules.make)
    _still_open(line.list)
    line.kept_until, line.kept_because = until, reason
    line.list.exported_at, line.list.fingerprint = None, ""
    record(by, "destruction_lines.keep", line, new=until.isoformat(), reason=reason)


def note_export(one: DestructionList, fingerprint: str, *, by: User) -> None:
    """Remember that the files of an open list were taken, and ask colleagues to say yes."""
    authorize(by, rules.see)
    record(by, "destruction_lists.export", one, reason=fingerprint)
    if one.state is not ListState.OPEN or one.fingerprint == fingerprint:
        return
    one.exported_at, one.fingerprint = clock.now(), fingerprint
    messages.ready(one)


def discard(one: DestructionList, *, by: User) -> None:
    """Put an open list aside: its files can come on another one."""
    authorize(by, rules.make)
    _end(one, "discard", by=by)
    for line in one.lines:
        line.request_id = None


def approve(one: DestructionList, *, by: User) -> int:
    """Destroy the files on a list, and return how many.

    Raises ``Refused`` before the newest export was taken or when nothing is left on the list, and
    ``OutOfDate`` (409) when the list is not open any more or a file is not past its term after all.
    """
    authorize(by, rules.approve, one)
    if one.state is ListState.OPEN and not one.exported_at:
        raise Refused(_("Haal eerst het bestand met de dossiers op. Daarna kun je akkoord geven."))
    numbers = [line.request_id for line in one.going if line.request_id is not None]
    if one.state is ListState.OPEN and not numbers:
        raise Refused(_("Op deze lijst staat geen dossier meer. Leg de lijst weg."))
    _end(one, "approve", by=by)
    _check_terms(numbers)
    for request in _held(numbers):
        record(by, "support_requests.destroy", request, new=request.reference or "")
    file.destroy(numbers)
    return len(numbers)


def _line(ended: terms.Ended) -> DestructionLine:
    return DestructionLine(
        request_id=ended.request.id,
        reference=ended.request.reference or "",
        retention=ended.retention,
        counted_from=ended.counted_from,
    )


def _still_open(one: DestructionList) -> None:
    if one.state is not ListState.OPEN:
        raise OutOfDate(_("Deze lijst is al klaar. We hebben niets veranderd."))


def _end(one: DestructionList, step: str, *, by: User) -> None:
    take_step(LIFE, one, step, by=by)
    one.ended_at, one.ended_by_id = clock.now(), by.id


def _held(numbers: Sequence[int]) -> Sequence[SupportRequest]:
    """Return the requests, which nobody else can change until this is done."""
    wanted = select(SupportRequest).where(SupportRequest.id.in_(numbers)).order_by("id")
    return db.session.scalars(wanted.with_for_update()).all()


def _check_terms(numbers: Sequence[int]) -> None:
    """Ask once more, at the last moment, whether each file is past its term."""
    past = terms.past_their_term(listed_too=True).where(SupportRequest.id.in_(numbers))
    still = {request.id for request in db.session.scalars(past)}
    if still != set(numbers):
        raise OutOfDate(
            _("Een dossier op deze lijst is niet meer over zijn bewaartijd. Maak een nieuwe lijst.")
        )
