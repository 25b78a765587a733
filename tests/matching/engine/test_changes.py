"""What is different between two questions is said, and nothing else."""

from dataclasses import replace

import pytest

from app.matching.engine.changes import Changed, changes
from app.matching.engine.fingerprint import fingerprint
from app.matching.engine.problem import Problem
from matching.engine.rounds import a_round
from matching.engine.worlds import a_line

BEFORE = a_round([4, 6], [10, 8], support_received={"BU1": 1})


def without(row: int) -> Problem:
    return replace(BEFORE, requests=BEFORE.requests[:row] + BEFORE.requests[row + 1 :])


def with_request(**values: object) -> Problem:
    first = replace(BEFORE.requests[0], **values)  # type: ignore[arg-type]  # any field
    return replace(BEFORE, requests=(first, BEFORE.requests[1]))


def with_supply(**values: object) -> Problem:
    first = replace(BEFORE.supplies[0], **values)  # type: ignore[arg-type]  # any field
    return replace(BEFORE, supplies=(first, BEFORE.supplies[1]))


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (BEFORE, []),
        (without(0), [Changed("line_gone", 1)]),
        (with_request(lines=(a_line(id=1, hours=3),)), [Changed("line", 1)]),
        (with_request(themes=frozenset({"green"})), [Changed("line", 1)]),
        (
            with_request(lines=(*BEFORE.requests[0].lines, a_line(id=9, hours=3))),
            [Changed("line_new", 9)],
        ),
        (replace(BEFORE, supplies=BEFORE.supplies[:1]), [Changed("supply_gone", "offer:2")]),
        (
            with_supply(id="offer:7"),
            [Changed("supply_gone", "offer:1"), Changed("supply_new", "offer:7")],
        ),
        (with_supply(free_hours=4), [Changed("hours", "offer:1", 10, 4)]),
        (with_supply(withdrawn=True), [Changed("supply", "offer:1", 10, 10)]),
        (
            replace(BEFORE, context=replace(BEFORE.context, support_received={"BU1": 2})),
            [Changed("received", "BU1", 1, 2)],
        ),
    ],
)
def test_every_difference_is_told(now: Problem, found: list[Changed]) -> None:
    assert list(changes(BEFORE, now)) == found
    assert (fingerprint(now) == fingerprint(BEFORE)) is (found == [])
