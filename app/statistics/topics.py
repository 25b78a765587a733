"""What is counted: each subject with its question and its table, and who may read it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.inquiries import Inquiry
from app.statistics import queries, tables
from app.statistics.scope import Scope
from app.ui.charts import Figures


@dataclass(frozen=True)
class Topic:
    """A subject: ``ask`` makes the question, ``tell`` a table of its answer."""

    ask: Callable[[Scope], Inquiry[Any]]
    tell: Callable[[Sequence[Any], Scope], Figures]


STATES = Topic(queries.states, tables.states)
THEMES = Topic(queries.themes, tables.themes)
REVIEWS = Topic(queries.reviews, tables.reviews)
REQUESTS = Topic(queries.requests, tables.requests)
POTS = Topic(queries.pots, tables.pots)
HOURS = Topic(queries.hours, tables.hours)
SIGN_UPS = Topic(queries.sign_ups, tables.sign_ups)
VERDICTS = Topic(queries.verdicts, tables.verdicts)

FOR_EVERYBODY = (STATES, THEMES, SIGN_UPS, VERDICTS, POTS)
FOR_STAFF = (STATES, THEMES, REVIEWS, REQUESTS, POTS, HOURS, SIGN_UPS, VERDICTS)


def topics_of(scope: Scope) -> tuple[Topic, ...]:
    """Return the subjects for who reads ``scope``."""
    return FOR_EVERYBODY if scope.everybody else FOR_STAFF
