"""Who checks a round finds every kind of mistake."""

from dataclasses import replace

import pytest

from app.matching.engine.choices import Choices
from app.matching.engine.planning.outcome import Outcome, PlannedLine
from app.matching.engine.planning.rounds import plan_round
from app.matching.engine.planning.verify_round import verify_round
from matching.engine.rounds import a_round

QUESTION = a_round([6, 5, 5], [10])
RIGHT = plan_round(QUESTION, Choices())


def changed(row: int, **changes: object) -> Outcome:
    lines = list(RIGHT.lines)
    lines[row] = replace(lines[row], **changes)  # type: ignore[arg-type]  # any field
    return replace(RIGHT, lines=tuple(lines))


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        (replace(RIGHT, lines=RIGHT.lines[1:]), "does not have every line once"),
        (replace(RIGHT, lines=RIGHT.lines[::-1]), "does not have every line once"),
        (changed(0, value=5), "line 1 gets nothing and is worth something"),
        (changed(1, supply_id="offer:9"), "served by offer:9, which is not there"),
        (changed(1, hours=4), "line 2 gets 4 and asked 5"),
        (changed(1, parts=()), "line 2 has other parts than"),
        (changed(1, value=999), "line 2 has another value than the sum"),
        (
            replace(RIGHT, lines=(replace(RIGHT.lines[1], line_id=1, hours=6), *RIGHT.lines[1:])),
            "offer:1 gives 16 and has 10",
        ),
        (replace(RIGHT, value=RIGHT.value + 1), "something else than its lines together"),
        (replace(RIGHT, bound=RIGHT.value - 1), "worth more than its bound"),
    ],
)
def test_a_mistake_is_found(outcome: Outcome, found: str) -> None:
    assert any(found in fault for fault in verify_round(outcome, QUESTION, Choices()))


def test_what_people_chose_is_checked() -> None:
    pin, veto = frozenset({(1, "offer:1")}), frozenset({(2, "offer:1")})

    assert verify_round(RIGHT, QUESTION, Choices(pins=pin)) == (
        "leaves out the pin (1, 'offer:1')",
    )
    assert verify_round(RIGHT, QUESTION, Choices(vetoes=veto)) == (
        "has (2, 'offer:1'), which was ruled out",
    )


def test_a_rule_that_is_broken_is_found() -> None:
    question = a_round([11], [10])
    outcome = Outcome((PlannedLine(1, "offer:1", 11, 1),), 1, 1, "")

    assert any(
        "which fails ('hours',)" in one for one in verify_round(outcome, question, Choices())
    )
