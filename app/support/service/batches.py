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
from app.notifications.service import telling_together
from app.support import messages, queries, rules
from app.support.batches import MOST, Batch, BatchRow, Deed, Outcome
from app.support.lifecycle import LIFE, OPEN
from app.support.models import SupportRequest
from app.support.service.entrusting import check_hand_over, let_go, pass_on
from app.support.service.turn import take_turns


def do_together(
    requests: Sequence[SupportRequest], key: str, deed: Deed, *, by: User, to: User | None = None
) -> Batch:
    """Do ``deed`` with each of ``requests``; one that is refused leaves the others done.

    With a ``key`` that was used before nothing is done: that step is returned. ``to`` is who gets
    the requests that are handed over. Raises ``Refused`` for more than ``MOST``. Costs two
    statements for each request, and some for all of them.
    """
    authorize(by, rules.work_together)
    turns.take_turn(f"batches {by.id}")
    before = queries.batch_with(by, key)
    if before is not None:
        return before
    if len(requests) > MOST:
        raise Refused(_("Je kunt hoogstens %(most)s vragen tegelijk doen.", most=MOST))
    take_turns([one.id for one in requests])
    with telling_together():
        rows = [_done(one, by=by, to=to) for one in sorted(requests, key=lambda one: one.id)]
        batch = Batch(by=by, key=key, deed=deed, to=to, rows=rows)
        _tell(batch, messages.tell_of_requests, Outcome.DONE)
    db.session.add(batch)
    db.session.flush()
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
    done = [row for row in batch.rows if row.outcome is Outcome.DONE]
    take_turns([row.request_id for row in done])
    with telling_together():
        for row in sorted(done, key=lambda one: one.request_id):
            _turn_back(row, by=by)
        _tell(batch, messages.tell_requests_went_back, Outcome.UNDONE)
    batch.undone_at = clock.now()
    db.session.flush()


def _done(request: SupportRequest, *, by: User, to: User | None) -> BatchRow:
    """Do it for one request, and return what came of it; what is refused was not begun."""
    row = BatchRow(
        request=request,
        outcome=Outcome.DONE,
        was_new="assess" in LIFE.possible(request.state),
        earlier_id=request.coordinator_id,
    )
    try:
        _check(request, to, by)
    except DomainError as refusal:
        row.outcome, row.why = Outcome.REFUSED, refusal.message
        return row
    pass_on(request, to or by, by=by)
    row.version = request.version
    return row


def _check(request: SupportRequest, to: User | None, by: User) -> None:
    """Raise why it cannot be done with this request, if it cannot."""
    if rules.is_involved(by, request):
        raise NotAllowed(_("Je hoort zelf bij dit initiatief. Daarom behandelt een collega het."))
    if to is not None:
        check_hand_over(request, to, by=by)
    elif "assess" not in LIFE.possible(request.state):
        raise OutOfDate(_who_has_it(request, by))
    authorize(by, rules.assess, request)


def _who_has_it(request: SupportRequest, by: User) -> str:
    if request.state not in OPEN or request.coordinator is None:
        return str(_("De status is nu: %(state)s.", state=request.state.label))
    if request.coordinator_id == by.id:
        return str(_("Je behandelt deze vraag al."))
    return str(_("%(name)s behandelt deze vraag al.", name=request.coordinator.name))


def _turn_back(row: BatchRow, *, by: User) -> None:
    request, earlier = row.request, row.earlier
    try:
        _check_back(row, by)
    except DomainError as refusal:
        row.outcome, row.why = Outcome.STAYS, refusal.message
        return
    if row.was_new or earlier is None:
        let_go(request, by=by)
    else:
        pass_on(request, earlier, by=by)
    row.outcome = Outcome.UNDONE


def _check_back(row: BatchRow, by: User) -> None:
    """Raise why it cannot be turned back for this request, if it cannot."""
    request = row.request
    if request.version != row.version:
        raise OutOfDate(_somebody_acted(request))
    if row.was_new:
        authorize(by, rules.put_back, request)
    elif row.earlier is not None:
        check_hand_over(request, row.earlier, by=by)
    else:
        raise Refused(_("Deze vraag had nog niemand."))


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
