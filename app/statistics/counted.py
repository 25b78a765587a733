"""Numbers that are counted once and kept a while: most of them take every row there is.

They are kept a minute, and longer where counting is slow: it takes a two-hundredth of the time of
a process at most, however many plans there are.
"""

from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from flask import current_app

from app.core import clock
from app.core.inquiries import answer
from app.statistics.scope import Scope
from app.statistics.topics import topics_of
from app.ui.charts import Figures

KEPT = 60.0  # seconds, at least
SHARE = 200  # times as long as counting took
MOST = 256  # scopes that are kept, in each process
SLOT = "aanzet-statistics"  # in app.extensions


@dataclass(frozen=True)
class Count:
    """The answers for one scope, in the order of its topics, and when they were counted."""

    at: datetime
    answers: tuple[tuple[Any, ...], ...]


def count(scope: Scope) -> Count:
    """Return the answers for ``scope``; one statement for each topic, unless they are kept."""
    kept: dict[Scope, tuple[float, Count]] = current_app.extensions.setdefault(SLOT, {})
    known = kept.get(scope)
    if known is None or monotonic() > known[0]:
        if len(kept) >= MOST:
            kept.clear()
        began = monotonic()
        asked = tuple(answer(topic.ask(scope)) for topic in topics_of(scope))
        lasts = max(KEPT, SHARE * (monotonic() - began))
        known = kept[scope] = (monotonic() + lasts, Count(clock.now(), asked))
    return known[1]


def forget() -> None:
    """Count again at the next question."""
    current_app.extensions.pop(SLOT, None)


def tables(scope: Scope, counted: Count) -> list[Figures]:
    """Return what was counted, in the words of who reads it."""
    return [
        topic.tell(found, scope)
        for topic, found in zip(topics_of(scope), counted.answers, strict=True)
    ]
