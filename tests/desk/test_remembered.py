"""What is remembered is never out of date."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from flask_babel import force_locale

from app.core import clock
from app.desk.remembered import remembered

made: list[str] = []


@remembered
def greeting(name: str, *, loud: bool = False) -> str:
    made.append(name)
    return name.upper() if loud else name


@pytest.fixture(autouse=True)
def nothing_made(app: Flask) -> None:
    made.clear()


def test_the_same_values_are_put_into_words_once() -> None:
    assert [greeting("Anna"), greeting("Anna"), greeting("Anna", loud=True)] == [
        "Anna",
        "Anna",
        "ANNA",
    ]
    assert made == ["Anna", "Anna"]


def test_another_language_and_another_day_have_their_own_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    greeting("Bilal")
    with force_locale("en"):
        greeting("Bilal")
    monkeypatch.setattr(clock, "now", lambda: datetime(2031, 1, 1, tzinfo=UTC))
    greeting("Bilal")

    assert made == ["Bilal"] * 3
