"""Mistakes are told in one line each, and not more of them than anybody reads."""

from pathlib import Path

import pytest

from app.areas.reading.problems import MOST, BadFiles, Problem, Problems, Source


def test_a_mistake_is_told_as_file_line_field_and_reason() -> None:
    with_line = Problem(Source(Path("delft.csv"), 7), "code", "Dit is geen code.")
    without = Problem(Source(Path("delft.csv")), "bestand", "Het bestand is leeg.")

    assert (str(with_line), str(without)) == (
        "delft.csv:7: code: Dit is geen code.",
        "delft.csv: bestand: Het bestand is leeg.",
    )


def test_no_mistakes_stop_nothing() -> None:
    Problems().stop()


def test_reading_stops_when_there_are_too_many_mistakes() -> None:
    problems = Problems()
    source = Source(Path("delft.csv"))
    for _ in range(MOST - 1):
        problems.add(source, "code", "Fout.")

    with pytest.raises(BadFiles) as stopped:
        problems.add(source, "code", "Fout.")

    assert len(stopped.value.problems) == MOST
