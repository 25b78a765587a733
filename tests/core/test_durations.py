"""How long something took, as the database works it out."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import literal, select

from app.core.db import Moment, db
from app.core.durations import SecondsBetween

THEN = datetime(2026, 3, 28, 23, 59, 30, tzinfo=UTC)  # the night in which the clock goes forward


@pytest.mark.parametrize(
    "took", [timedelta(0), timedelta(seconds=61), timedelta(days=400, hours=7)]
)
def test_the_seconds_between_two_moments(took: timedelta) -> None:
    seconds = SecondsBetween(literal(THEN, Moment()), literal(THEN + took, Moment()))

    assert db.session.scalar(select(seconds)) == took.total_seconds()
