"""A question is checked before anything is computed with it, and does not depend on row order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.engine.planning.problem import LARGEST, ask
from matching.engine.planning.rounds import Rows, a_round, some_rows

GOOD = {
    "line_ids": ["line:1", "line:2"],
    "supply_ids": ["offer:1"],
    "capacity": [[5, 5]],
    "line": [0, 1],
    "supply": [0, 0],
    "value": [10, 20],
    "use": [[1, 0], [2, 2]],
}


def asking(**changes):
    question = {**GOOD, **changes}
    return ask(question.pop("line_ids"), question.pop("supply_ids"), **question)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"value": [float("nan"), 1.0]}, "value must be whole numbers"),
        ({"value": [1.5, 2.0]}, "value must be whole numbers"),
        ({"value": [-1, 2]}, "value must be at least 0, not -1"),
        ({"use": [[1, -3], [0, 0]]}, "use must be at least 0, not -3"),
        ({"capacity": [[float("nan"), 1]]}, "capacity must be whole numbers"),
        ({"capacity": [[-5, 5]]}, "capacity must be at least 0, not -5"),
        ({"capacity": [5, 5]}, "capacity must be whole numbers in 2 dimensions"),
        ({"capacity": [[5, 5], [5, 5]]}, "capacity must have a row for each supply"),
        ({"capacity": [[5]]}, "capacity must have a row for each supply and the periods"),
        ({"line": [0, 2]}, "line names row 2, there are 2"),
        ({"supply": [0, 1]}, "supply names row 1, there are 1"),
        ({"line": [0]}, "must have one row for each pair"),
        ({"line": [1, 1]}, "pair line:2 - offer:1 occurs twice"),
        ({"line_ids": ["line:1", "line:1"]}, "line 'line:1' occurs twice"),
        ({"supply_ids": ["offer:1", "offer:1"]}, "supply 'offer:1' occurs twice"),
        ({"value": [LARGEST, 1]}, "value adds up to more than"),
        ({"value": [True, False]}, "value must be whole numbers"),
    ],
)
def test_what_cannot_be_true_is_refused_by_name(changes, says):
    with pytest.raises(ValueError, match=says):
        asking(**changes)


def test_rows_get_the_published_order_of_ids():
    problem = ask(
        ["line:10", "line:9"],
        ["offer:2", "offer:10", "offer:1"],
        capacity=[[2], [10], [1]],
        line=[0, 0, 1],
        supply=[1, 0, 2],
        value=[1, 2, 3],
        use=[[1], [2], [1]],
    )

    assert problem.line_ids == ("line:9", "line:10")
    assert problem.supply_ids == ("offer:1", "offer:2", "offer:10")
    assert problem.capacity.tolist() == [[1], [2], [10]]
    assert list(zip(problem.line, problem.supply, problem.value, strict=True)) == [
        (0, 0, 3),
        (1, 1, 2),
        (1, 2, 1),
    ]


@settings(deadline=None, max_examples=50)
@given(some_rows(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_change_the_fingerprint(rows, chance):
    order = list(range(len(rows.pairs)))
    chance.shuffle(order)

    assert rows.problem(order).fingerprint() == rows.problem().fingerprint()


def test_every_number_is_part_of_the_fingerprint():
    seen = {asking().fingerprint()}
    for name, other in [
        ("capacity", [[5, 6]]),
        ("value", [10, 21]),
        ("use", [[1, 1], [2, 2]]),
        ("line_ids", ["line:1", "line:3"]),
        ("supply_ids", ["offer:2"]),
    ]:
        seen.add(asking(**{name: other}).fingerprint())

    assert len(seen) == 6


def test_a_question_cannot_be_changed_afterwards():
    problem = a_round(0).problem()

    with pytest.raises(ValueError, match="read-only"):
        problem.value[0] = 5


def test_nothing_asked_is_a_question_too():
    problem = ask(
        [], [], capacity=np.zeros((0, 2), int), line=[], supply=[], value=[], use=np.zeros((0, 2))
    )

    assert problem.pairs == 0
    assert Rows(1, ((0, 0),), ()).problem().pairs == 0
