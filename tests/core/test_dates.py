"""Dates as people say them, on the clock of Amsterdam."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask_babel import force_locale

from app.core import clock
from app.core.dates import ago_words, date_words, moment_words


def test_a_date_is_written_out() -> None:
    assert date_words(date(2026, 11, 21)) == "21 november 2026"


@pytest.mark.parametrize(
    ("utc", "words"),
    [
        (datetime(2026, 11, 21, 13, 5, tzinfo=UTC), "zaterdag 21 november 2026, 14.05 uur"),
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "donderdag 2 juli 2026, 00.30 uur"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "zondag 25 oktober 2026, 02.30 uur"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "zondag 25 oktober 2026, 02.30 uur"),
    ],
)
def test_a_moment_is_told_in_dutch_time(utc: datetime, words: str) -> None:
    assert moment_words(utc) == words


def test_a_moment_near_midnight_has_the_date_of_amsterdam() -> None:
    assert date_words(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "1 januari 2027"


def test_names_follow_the_language() -> None:
    with force_locale("en"):
        assert date_words(date(2026, 5, 5)) == "5 May 2026"
        moment = datetime(2026, 11, 21, 13, 5, tzinfo=UTC)
        assert moment_words(moment).startswith("Saturday 21 November 2026, 14:05")


def test_nothing_stays_nothing() -> None:
    assert (date_words(None), moment_words(None)) == ("", "")


def test_ago_counts_back() -> None:
    assert ago_words(clock.now() - timedelta(days=3)) == "3 dagen geleden"
