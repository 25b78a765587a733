"""How we say when a shift is and how much room there is."""

from datetime import UTC, datetime, timedelta

import pytest

from app.core import clock
from app.volunteering import words
from app.volunteering.models import Shift


def a_shift_with(places: int, taken: int, *, called_off: bool = False) -> Shift:
    start = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)
    return Shift(
        starts_at=start,
        ends_at=start + timedelta(hours=1, minutes=30),
        places=places,
        taken=taken,
        cancelled_at=clock.now() if called_off else None,
    )


def test_a_moment_is_said_in_dutch_time() -> None:
    assert words.when(a_shift_with(1, 0)) == "zaterdag 21 november 2026, 14.00 tot 15.30 uur"


@pytest.mark.parametrize(
    ("places", "taken", "said"),
    [
        (10, 0, "Er is nog plek"),
        (10, 1, "Er is nog plek"),
        (10, 2, "Er is nog plek"),
        (10, 3, "Nog 7 plekken vrij"),
        (10, 9, "Nog 1 plek vrij"),
        (10, 10, "Vol, je kunt op de wachtlijst"),
        (1, 0, "Er is nog plek"),
        (1, 1, "Vol, je kunt op de wachtlijst"),
    ],
)
def test_room_is_said_without_telling_that_one_or_two_people_come(
    places: int, taken: int, said: str
) -> None:
    assert words.room(a_shift_with(places, taken)) == said


def test_a_shift_that_was_called_off_says_so() -> None:
    assert words.room(a_shift_with(10, 0, called_off=True)) == "Gaat niet door"


@pytest.mark.parametrize(
    ("quarters", "said"),
    [(1, "15 minuten"), (4, "1 uur"), (5, "1 uur en 15 minuten"), (8, "2 uur"), (96, "24 uur")],
)
def test_hours_are_said_in_hours_and_minutes(quarters: int, said: str) -> None:
    assert words.hours(quarters) == said
