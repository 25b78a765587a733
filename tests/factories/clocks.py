"""A clock on the wall in Amsterdam that stands still, and that a test can put forward."""

from collections.abc import Callable
from datetime import datetime

import pytest

from app.core import clock

SetClock = Callable[[str], None]


def a_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Return what puts the clock of the portal at a moment in Dutch time: ``2026-11-22 08:30``."""

    def put(moment: str) -> None:
        at = datetime.fromisoformat(moment).replace(tzinfo=clock.AMSTERDAM)
        monkeypatch.setattr(clock, "now", lambda: at.astimezone(clock.UTC))

    return put
