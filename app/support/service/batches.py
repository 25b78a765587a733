"""One step for many requests: each stands for itself, and can be turned back as long as nobody acted since."""

from collections.abc import Callable, Sequence

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit import queries as log
from app.core import clock, turns
from app.core.dates import moment_words
from app.core.db import db
from app.core.errors import DomainError, NotAllowed, OutOfDate, Refused
from app.core.permissions import authorize
from app.support import messages, queries, rules
from app.support.batches import MOST, Batch, BatchRow, Deed, Outcome
from app.support.lifecycle import LIFE, OPEN
from app.support.models import SupportRequest
from app.support.service.entrusting import hand_over, put_back
from app.support.service.judging import assess
from app.support.service.turn import take_turn


def do_together(
    requests: Sequence[SupportRequest], key: str, deed: Deed, *, by: User, to: User | None = None
) -> Batch:
    """Do ``deed`` with each of ``requests``; one that is refused leaves the others done.

    With a ``key`` that was used before nothing is done: that step is returned. ``to`` is who gets
    the requests that are handed over. Raises ``Refused`` for more than ``MOST``. Costs some
    fifteen statements for each request.
    """
    authorize(by, rules.work_together)
    turns.take_turn(f"batches {by.id}")
    before = queries.batch_with(by, key)
    if before is not None:
        return before
    if len(requests) > MOST:
        raise Refused(_("Je kunt hoogstens %(most)s vragen tegelijk doen.", most=MOST))
    batch = Batch(by=by, key=key, deed=deed, to=to)
    db.session.add(batch)
    db.session.flush()
    for request in sorted(requests, key=lambda one: one.id):  # nobody waits for each other
        batch.rows.append(_done(request, deed, by=by, to=to))
    db.session.flush()
    _tell(batch, messages.tell_of_requests, Outcome.DONE)
    return batch


def undo(batch: Batch, *, by: User) -> None:
    """Turn back what was done with each request; one that somebody changed since stays as it is.

    A second time nothing happens. Raises ``NotAllowed`` for anyone but who did it.
    """
    authorize(by, rules.undo_batch, batch)
    turns.take_turn(f"batches {by.id}")
    db.session.refresh(batch)
    if batch.undone_at is not None:
        return
    batch.undone_at = clock.now()
    for row in sorted(batch.rows, key=lambda one: one.request_id):
        if row.outcome is Outcome.DONE:
            _turn_back(row, by=by)
    db.session.flush()
    _tell(batch, messages.tell_requests_went_back, Outcome.UNDONE)


def _done(request: SupportRequest, deed: Deed, *, by: User, to: User | None) -> BatchRow:
    """Do it for one request, and return what came of it."""
    row = BatchRow(request_id=request.id, outcome=Outcome.DONE)
    try:
        with db.session.begin_nested():
            take_turn(request)
            row.was_new = "assess" in LIFE.possible(request.state)
            row.earlier_id = request.coordinator_id
            _check(request, by)
            if deed is Deed.HAND_OVER and to is not None:
                hand_over(request, to, by=by)
            else:
                _take_on(request, by)
            row.version = request.version
    except DomainError as refusal:
        row.outcome, row.why = Outcome.REFUSED, refusal.message
    return row


def _take_on(request: SupportRequest, by: User) -> None:
    if "assess" not in LIFE.possible(request.state):
        raise OutOfDate(_who_has_it(request, by))
    assess(request, by=by)


def _check(request: SupportRequest, by: User) -> None:
    if rules.is_involved(by, request):
        raise NotAllowed(_("Je hoort zelf bij dit initiatief. Daarom behandelt een collega het."))


def _who_has_it(request: SupportRequest, by: User) -> str:
    if request.state not in OPEN or request.coordinator is None:
        return str(_("De status is nu: %(state)s.", state=request.state.label))
    if request.coordinator_id == by.id:
        return str(_("Je behandelt deze vraag al."))
    return str(_("%(name)s behandelt deze vraag al.", name=request.coordinator.name))


def _turn_back(row: BatchRow, *, by: User) -> None:
    request, version, was_new, earlier = row.request, row.version, row.was_new, row.earlier
    try:
        with db.session.begin_nested():
            take_turn(request)
            if request.version != version:
                raise OutOfDate(_somebody_acted(request))
            if was_new:
                put_back(request, by=by)
            elif earlier is not None:
                hand_over(request, earlier, by=by)
            else:
                raise Refused(_("Deze vraag had nog niemand."))
    except DomainError as refusal:
        row.outcome, row.why = Outcome.STAYS, refusal.message
    else:
        row.outcome = Outcome.UNDONE


def _somebody_acted(request: SupportRequest) -> str:
    last = log.last_step(request.__tablename__, request.id)
    if last is None:
        return str(_("Deze vraag is intussen veranderd."))
    return str(
        _(
            "%(who)s deed hierna nog iets, op %(when)s.",
            who=last.who,
            when=moment_words(last.at),
        )
    )


def _tell(
    batch: Batch,
    say: Callable[[User, User, Sequence[SupportRequest]], None],
    outcome: Outcome,
) -> None:
    """Write to the colleague who is in it, once for all requests."""
    requests = [row.request for row in batch.rows if row.outcome is outcome]
    if batch.to is not None and requests:
        say(batch.to, batch.by, requests)
