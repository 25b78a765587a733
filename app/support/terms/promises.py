"""Which term a request has: what the catalogue and the budgets promise, and what moved it."""

from collections.abc import Iterable

from app.core import clock
from app.support.models import Budget, LegalRegime, SupportRequest, SupportType
from app.support.terms.counting import Extension, Suspension, Term

REASONABLE = 56  # days: eight weeks for a decision when no rule says less (Awb 4:13)
PROMISED = 28  # days for a question that needs no decision, when the catalogue says nothing


def promised_days(
    request: SupportRequest,
    types: Iterable[SupportType],
    budgets: Iterable[Budget],
    *,
    band_days: int | None = None,
) -> int:
    """Return in how many days an answer to ``request`` is due.

    ``types`` and ``budgets`` are those of the place of the request. A decision takes the
    shortest promise of a rule that can lead to it, and at most eight weeks; ``band_days``, of the
    band of its amount, count where no budget has a rule of its own. A question takes
    the longest promise of what is asked, so that one answer can cover it all.
    """
    asked = [kind for kind in types if _answers(kind, request)]
    if request.asks_decision:
        promises = [
            kind.promised_days for kind in asked if kind.legal_regime is LegalRegime.AWB_DECISION
        ]
        if request.asks_money:
            rules = [budget.decision_days for budget in budgets if budget.decision_days]
            promises += rules or ([band_days] if band_days else [])
        return min([REASONABLE, *promises])
    return max([kind.promised_days for kind in asked], default=PROMISED)


def term_of(request: SupportRequest) -> Term | None:
    """Return the term of a request; nothing before it was sent in."""
    if request.submitted_at is None or request.term_days is None:
        return None
    extension = request.extension
    return Term(
        received=clock.day_of(request.submitted_at),
        days=request.term_days,
        suspensions=tuple(
            Suspension(one.asked_on, one.until, one.ended_on) for one in request.supplements
        ),
        extension=Extension(extension.made_on, extension.until) if extension else None,
    )


def _answers(kind: SupportType, request: SupportRequest) -> bool:
    """Tell whether this line of the catalogue can be an answer to the request."""
    is_enough = kind.max_cents is None or kind.max_cents >= request.asked_cents
    return is_enough and kind.kind in {need.kind for need in request.needs}
