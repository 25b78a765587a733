"""Words about health are found, and words that only look like them are not."""

import time

import pytest

from app.core.personal_data import LONGEST, health_words


def test_health_words_are_found_once_and_in_order() -> None:
    text = "Mevrouw heeft dementie en diabetes; de Dementie wordt erger. De psycholoog komt."

    assert health_words(text) == ["dementie", "diabetes", "psycholoog"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We helpen met het maken van een planning en kennen de weg naar het park.",
        "Muziek en politiek horen erbij; het ziekenhuis ligt aan de overkant.",
        "We hebben in mei zes uur voor begeleiding van de groep.",
    ],
)
def test_a_note_without_health_words_passes(text: str) -> None:
    assert health_words(text) == []


@pytest.mark.parametrize("piece", ["a", "1 ", "psych", "verstandelijk ", "€1."])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    health_words((piece * LONGEST)[:LONGEST])

    assert time.process_time() - start < 10
