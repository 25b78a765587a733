"""The terms of the law: what a term is (``counting``), and which one a request has (``promises``).

How days are counted, and on which article that rests, stands in docs/terms.md.
"""

from app.support.terms.counting import (
    Extension,
    Suspension,
    Term,
    appeal_until,
    not_considered_until,
    objection_due,
    objection_postponed,
    objection_until,
)
from app.support.terms.promises import promised_days, term_of

__all__ = [
    "Extension",
    "Suspension",
    "Term",
    "appeal_until",
    "not_considered_until",
    "objection_due",
    "objection_postponed",
    "objection_until",
    "promised_days",
    "term_of",
]
