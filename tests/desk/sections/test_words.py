"""Sentences that stand on every desk."""

from datetime import UTC, datetime

from app.desk.sections.words import sentence, since


def test_since_when_something_waits() -> None:
    assert since(datetime(2026, 11, 21, 23, 30, tzinfo=UTC)) == "Wacht sinds 22 november 2026."


def test_without_a_moment_nothing_is_said() -> None:
    assert since(None) == ""


def test_a_sentence_gets_one_sign_at_its_end() -> None:
    assert [sentence(words) for words in ("Klaar", "Kan het?", "Klaar.")] == [
        "Klaar.",
        "Kan het?",
        "Klaar.",
    ]
