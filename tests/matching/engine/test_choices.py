"""Pins that cannot be kept are named with their reason."""

import pytest

from app.matching.engine.choices import Choices, Fault, faults
from matching.engine.rounds import a_round, random_rounds

FIRST, SECOND = (1, "offer:1"), (2, "offer:1")


def of(*pins: tuple[int, str], vetoes: frozenset[tuple[int, str]] = frozenset()) -> Choices:
    return Choices(frozenset(pins), vetoes)


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        (of(FIRST, SECOND), ()),
        (of(FIRST, vetoes=frozenset({FIRST})), (Fault(FIRST, "both"),)),
        (of(FIRST, vetoes=frozenset({SECOND})), ()),
        (of((9, "offer:1")), (Fault((9, "offer:1"), "gone"),)),
        (of((1, "offer:9")), (Fault((1, "offer:9"), "gone"),)),
        (of(vetoes=frozenset({(9, "offer:9")})), ()),
        (
            of(FIRST, (1, "offer:2")),
            (Fault(FIRST, "twice"), Fault((1, "offer:2"), "twice")),
        ),
        (of((3, "offer:1")), (Fault((3, "offer:1"), "rule", ("hours",)),)),
        (
            of(FIRST, SECOND, (4, "offer:1")),
            (Fault(FIRST, "full"), Fault(SECOND, "full"), Fault((4, "offer:1"), "full")),
        ),
    ],
)
def test_a_pin_that_cannot_be_kept_has_one_reason(
    choices: Choices, found: tuple[Fault, ...]
) -> None:
    assert faults(a_round([4, 6, 11, 1], [10, 10]), choices) == found


def test_a_pin_on_a_pair_that_fits_is_kept() -> None:
    assert all(faults(question, choices) == () for question, choices in random_rounds())
