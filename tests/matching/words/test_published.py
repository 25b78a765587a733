"""Everybody can read every rule and every part of the points."""

from app.matching.engine.eligibility import RULES
from app.matching.engine.weights import TABLE
from app.matching.words import counted, demanded
from app.matching.words.published import DEMANDS, REASONS


def test_every_rule_is_published_in_its_order() -> None:
    assert list(DEMANDS) == list(RULES)
    assert demanded()[0] == "Het is de soort hulp die je vraagt."


def test_every_part_is_published_with_its_points_and_why() -> None:
    assert list(REASONS) == [row.part for row in TABLE]
    assert counted()[0] == (
        *("Kennis van het onderwerp", 250),
        "Hulp werkt als de helper het onderwerp kent.",
    )
    assert sum(row.points for row in counted()) == 1000
