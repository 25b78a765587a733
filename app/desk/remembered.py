"""Sections that are put into words once for the same rows, and remembered.

A section tells what it is given and nothing else: the same rows give the same words, in a
language and on a day. That is why a remembered section is never out of date.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from app.core import clock
from app.core.speech import spoken

P = ParamSpec("P")
T = TypeVar("T")
MOST = 512  # of each kind, of a few kilobytes, in each process


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """Let ``make`` work once for the same values, which have to be all that it looks at."""

    @lru_cache(maxsize=MOST)
    def known(_language: str, _day: date, *values: P.args, **options: P.kwargs) -> T:
        return make(*values, **options)

    @wraps(make)
    def find(*values: P.args, **options: P.kwargs) -> T:
        return known(spoken(), clock.today(), *values, **options)  # type: ignore[arg-type]  # they are hashable

    return find
