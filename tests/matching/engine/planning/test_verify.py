"""The check accepts what the solver makes, and sees every kind of fault."""

from dataclasses import replace

import pytest

from app.matching.engine.planning.solve import solve
from app.matching.engine.planning.verify import verify
from matching.engine.planning.rounds import Rows

PROBLEM = Rows(
    3,
    ((4,), (4,)),
    ((0, 0, 10, (3,)), (1, 0, 9, (3,)), (1, 1, 5, (2,)), (2, 1, 4, (2,))),
).problem()
RESULT = solve(PROBLEM)


def test_a_true_answer_is_accepted():
    assert verify(RESULT, PROBLEM) == ()
    assert RESULT.matches == (
        ("line:0", "supply:0"),
        ("line:1", "supply:1"),
        ("line:2", "supply:1"),
    )


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"fingerprint": ""}, "answers another question"),
        ({"value": 18}, "is worth 19, not 18"),
        ({"bound": 18}, "is worth more than its bound 18"),
        (
            {"matches": (*RESULT.matches, ("line:2", "supply:0"))},
            "supply:0 may not serve line:2",
        ),
        (
            {"matches": (("line:0", "supply:0"), ("line:1", "supply:0")), "value": 19},
            "supply:0 gives 6 in period 0 and has 4",
        ),
        (
            {"matches": (("line:1", "supply:1"), ("line:1", "supply:1")), "value": 10},
            "line:1 is served 2 times",
        ),
        ({"matches": RESULT.matches[::-1]}, "is not in published order"),
    ],
)
def test_a_fault_is_named(changes, fault):
    assert fault in verify(replace(RESULT, **changes), PROBLEM)
