"""Personal data is found however people write it, and ordinary sentences are left in peace."""

import time
from pathlib import Path

import pytest

from app.core.personal_data import LONGEST, findings, health_words, words_for

FOLDER = Path(__file__).parent
MARKED = [
    tuple(line.split("\t", 1))
    for line in (FOLDER / "lines_with_personal_data.txt").read_text().splitlines()
]
ORDINARY = (FOLDER / "lines_without_personal_data.txt").read_text().splitlines()
CODES = ["bsn", "phone", "email", "iban", "address"]


def test_the_test_lines_are_many_and_different() -> None:
    assert len({line for _, line in MARKED}) == len(MARKED) >= 150
    assert len(set(ORDINARY)) == len(ORDINARY) >= 100


@pytest.mark.parametrize("code", CODES)
def test_at_least_98_of_100_lines_with_personal_data_are_found(code: str) -> None:
    lines = [line for kind, line in MARKED if kind == code]
    missed = [line for line in lines if code not in findings(line)]

    assert len(missed) <= 0.02 * len(lines), missed


def test_at_most_3_of_100_ordinary_sentences_give_a_false_alarm() -> None:
    alarms = [(line, findings(line)) for line in ORDINARY if findings(line)]

    assert len(alarms) <= 0.03 * len(ORDINARY), alarms


def test_findings_come_once_each_and_in_a_fixed_order() -> None:
    text = "Mail a@b.nl of c@d.nl, bel 0612345678, 2611 JK 12, NL91ABNA0417164300, 123456782."

    assert findings(text) == CODES


def test_an_account_number_is_not_also_a_phone_number() -> None:
    assert findings("NL91 ABNA 0417 1643 00") == ["iban"]


def test_a_number_that_fails_the_eleven_test_is_no_bsn() -> None:
    assert findings("Factuur 123456783") == []


def test_empty_text_holds_nothing() -> None:
    assert (findings(""), health_words("")) == ([], [])


def test_health_words_are_found_once_and_in_order() -> None:
    text = "Mevrouw heeft dementie en diabetes; de Dementie wordt erger. De psycholoog komt."

    assert health_words(text) == ["dementie", "diabetes", "psycholoog"]


@pytest.mark.parametrize(
    "text",
    [
        "We helpen met het maken van een planning en kennen de weg naar het park.",
        "Muziek en politiek horen erbij; het ziekenhuis ligt aan de overkant.",
        "We hebben in mei zes uur voor begeleiding van de groep.",
    ],
)
def test_a_note_without_health_words_passes(text: str) -> None:
    assert health_words(text) == []


@pytest.mark.parametrize("code", [*CODES, "health"])
def test_every_code_has_a_sentence(code: str) -> None:
    assert words_for(code).startswith("In je tekst staat misschien ")


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "06-",
        "a@",
        "a.",
        "@",
        " at ",
        "nl12",
        "nl1 ",
        "2611 JK ",
        "nul ",
        "(at)",
        "0.",
        "€1.",
    ],
)
def test_hostile_text_takes_time_linear_in_the_cap(piece: str) -> None:
    text = piece * (5 * LONGEST)
    start = time.process_time()
    findings(text)
    health_words(text)

    assert time.process_time() - start < 20, "a pattern that runs away takes minutes"


def test_only_the_first_characters_are_searched() -> None:
    assert findings("x " * LONGEST + "0612345678") == []
