"""The life of a plan after publication: every step with who, when and, where it matters, why."""

from app.accounts.models import User
from app.audit.service import take_step
from app.core.permissions import authorize
from app.initiatives import messages, rules
from app.initiatives.lifecycle import LIFE
from app.initiatives.models import Initiative
from app.initiatives.service import findable
from app.initiatives.service.reasons import needed
from app.initiatives.signals import state_changed

STEPS = ("explore", "prepare", "run", "complete", "pause", "resume", "stop", "archive")
WITH_REASON = {"pause", "stop", "archive"}


def take(initiative: Initiative, step: str, *, by: User, reason: str = "") -> None:
    """Take a step in the life of a plan; pause, stop and archive need a reason.

    Raises ``NotAllowed`` for anybody but the people who run it (the coordinator of the place
    may archive it as well), ``OutOfDate`` (409) when the state does not allow the step.
    """
    if step not in STEPS:
        raise ValueError(f"{step!r} is no step in the life of a plan")
    authorize(by, rules.archive if step == "archive" else rules.live, initiative)
    why = needed(reason) if step in WITH_REASON else reason.strip()
    old, new = take_step(LIFE, initiative, step, by=by, reason=why)
    if step == "archive":
        findable.put(initiative)
    if by.id != initiative.owner_id:
        messages.tell_owner_where_it_stands(initiative, reason=why)
    state_changed.send(initiative, old=old, new=new, by=by)
