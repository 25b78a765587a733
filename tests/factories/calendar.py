"""A calendar on the wall that a test turns to a day of its choice."""

from collections.abc import Callable
from datetime import date

import pytest

from factories.clocks import a_clock

Turn = Callable[[date], None]


def calendar_of(monkeypatch: pytest.MonkeyPatch) -> Turn:
    """Return what makes it nine o'clock in the morning of a day, in Amsterdam."""
    put = a_clock(monkeypatch)
    return lambda day: put(f"{day} 09:00")
