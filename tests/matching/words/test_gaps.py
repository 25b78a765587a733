"""Why a list is empty, in words."""

import pytest

from app.matching.engine.eligibility import RULES
from app.matching.engine.explain import Explanation, why_nobody
from app.matching.words import nobody
from app.matching.words.gaps import BUT
from matching.engine.worlds import random_worlds

SAID = [
    ("no_supply", {}, "Er staat nog geen aanbod in het portaal."),
    ("no_kind", {}, "Niemand biedt dit nu aan."),
    (
        "several",
        {"supplies": 4},
        "Er zijn 4 mogelijkheden, maar er past steeds meer dan één ding niet.",
    ),
    ("only_area", {"supplies": 1}, "Er is 1 mogelijkheid, maar niet in dit gebied."),
    ("only_hours", {"supplies": 2}, "Er zijn 2 mogelijkheden, maar met te weinig vrije uren."),
]


@pytest.mark.parametrize(("code", "facts", "sentence"), SAID)
def test_a_gap_is_told_with_how_many_come_close(code, facts, sentence):
    assert nobody(Explanation(code, facts)) == sentence


def test_every_rule_but_the_kind_has_its_half_of_a_sentence():
    assert list(BUT) == ["several", *(f"only_{rule}" for rule in RULES if rule != "kind")]


def test_every_gap_of_the_engine_can_be_said():
    told = set()
    for world in random_worlds(100):
        for answer in world.answer().lines:
            if answer.gap:
                told |= {nobody(reason) for reason in why_nobody(answer.gap)}
    assert len(told) > 10
