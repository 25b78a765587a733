"""The terms of the law, in days: when an answer is due, and until when one can object."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.core.workdays import next_working_day
from app.support.models import Budget, LegalRegime, SupportRequest, SupportType

REASONABLE = 56  # days: eight weeks for a decision when no rule says less (Awb 4:13)
PROMISED = 28  # days for a question that needs no decision, when the catalogue says nothing
OBJECTION = timedelta(weeks=6)  # from the day after the decision was sent (Awb 6:7, 6:8)


def decision_due_on(
    request: SupportRequest, received: date, types: Iterable[SupportType], budgets: Iterable[Budget]
) -> date:
    """Return the last day for an answer to ``request``.

    ``types`` and ``budgets`` are those of the place of the request. A decision takes the
    shortest promise of a rule that can lead to it, and at most eight weeks. A question takes
    the longest promise of what is asked, so that one answer can cover it all. A day that is
    not a working day becomes the next one that is (Algemene termijnenwet 1).
    """
    asked = [kind for kind in types if _answers(kind, request)]
    if request.asks_decision:
        promises = [
            kind.promised_days for kind in asked if kind.legal_regime is LegalRegime.AWB_DECISION
        ]
        if request.asks_money:
            promises += [budget.decision_days for budget in budgets if budget.decision_days]
        days = min([REASONABLE, *promises])
    else:
        days = max([kind.promised_days for kind in asked], default=PROMISED)
    return next_working_day(received + timedelta(days=days))


def _answers(kind: SupportType, request: SupportRequest) -> bool:
    """Tell whether this line of the catalogue can be an answer to the request."""
    is_enough = kind.max_cents is None or kind.max_cents >= request.asked_cents
    return is_enough and kind.kind in {need.kind for need in request.needs}


def objection_until(announced: date) -> date:
    """Return the last day on which one can object to a decision that was sent on ``announced``."""
    return next_working_day(announced + OBJECTION)
