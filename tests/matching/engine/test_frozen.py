"""A question that was kept can be asked again."""

import pytest

from app.matching.engine.fingerprint import canonical
from app.matching.engine.frozen import thaw
from app.matching.engine.problem import Problem
from matching.engine.worlds import a_context, a_request, a_supply, random_worlds


def test_a_question_reads_back_as_it_was_written() -> None:
    for world in random_worlds():
        problem = world.problem()

        again = thaw(canonical(problem))

        assert (again.requests, again.context) == (problem.requests, problem.context)
        assert sorted(again.supplies, key=repr) == sorted(problem.supplies, key=repr)
        assert canonical(again) == canonical(problem)


def test_a_supply_for_everywhere_stays_one_for_everywhere() -> None:
    problem = Problem((a_request(),), (a_supply(areas=None),), a_context())

    assert thaw(canonical(problem)) == problem


def test_a_text_that_is_no_question_is_refused() -> None:
    with pytest.raises((TypeError, ValueError)):
        thaw('{"requests": [{"id": -1}], "supplies": [], "context": {}}')
