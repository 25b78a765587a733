from random import Random

import pytest

from app.demo.texts.grammar import Pattern


def test_a_pattern_makes_every_choice_and_fills_every_slot() -> None:
    pattern = Pattern.read("[Elke|Iedere] {day} in {the_hood}")

    said = {pattern.say(Random(seed), {"day": "maandag", "the_hood": "X"}) for seed in range(20)}

    assert said == {"Elke maandag in X", "Iedere maandag in X"}


def test_a_slot_at_the_start_of_a_sentence_gets_a_capital() -> None:
    pattern = Pattern.read("{the_street} is mooi. {centre} ook, net als {school}")

    assert pattern.slots == {"The_street", "Centre", "school"}


def test_a_missing_slot_is_an_error() -> None:
    with pytest.raises(KeyError, match="day"):
        Pattern.read("Op {day}").say(Random(1), {})
