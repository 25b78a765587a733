"""Who looks after a request: hand it to a colleague, or give it back to the list."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core.db import db
from app.core.errors import OutOfDate, Refused, StepNotPossible
from app.core.permissions import authorize
from app.support import messages, rules
from app.support.lifecycle import LIFE, OPEN
from app.support.models import SupportRequest
from app.support.service.turn import take_turn


def hand_over(request: SupportRequest, to: User, *, by: User) -> None:
    """Let ``to`` look after an open request from now on; one that was new is taken on with that.

    Raises ``NotAllowed`` for who could not take it on, ``Refused`` when ``to`` could not,
    ``OutOfDate`` when ``to`` looks after it already or it is no longer open.
    """
    take_turn(request)
    check_hand_over(request, to, by=by)
    pass_on(request, to, by=by)


def check_hand_over(request: SupportRequest, to: User, *, by: User) -> None:
    """Raise what ``hand_over`` would; nothing is changed."""
    authorize(by, rules.hand_over, request)
    if request.state not in OPEN:
        raise StepNotPossible(
            _("Dit kan niet meer. De status is nu: %(state)s.", state=request.state.label)
        )
    if not rules.assess(to, request):
        raise Refused(_("%(name)s kan deze vraag niet behandelen.", name=to.name))
    if request.coordinator_id == to.id:
        raise OutOfDate(_("%(name)s behandelt deze vraag al.", name=to.name))


def pass_on(request: SupportRequest, to: User, *, by: User) -> None:
    """Hand over a request that was checked, by who has its turn."""
    earlier_id, is_new = request.coordinator_id, "assess" in LIFE.possible(request.state)
    request.coordinator = to
    if is_new:
        take_step(LIFE, request, "assess", by=by)
        messages.tell_it_is_taken_on(request)
        return
    record(by, "support_requests.hand_over", request, old=str(earlier_id or ""), new=str(to.id))
    db.session.flush()
    messages.tell_who_looks_now(request)


def put_back(request: SupportRequest, *, by: User) -> None:
    """Give a request that was taken on back to the list: it waits for somebody again."""
    take_turn(request)
    authorize(by, rules.put_back, request)
    let_go(request, by=by)


def let_go(request: SupportRequest, *, by: User) -> None:
    """Put back a request that was checked, by who has its turn."""
    request.coordinator = None
    take_step(LIFE, request, "put_back", by=by)
    messages.tell_it_waits_again(request)
