"""A whole round is planned: with every pin, without a veto, and as well as trying everything."""

from dataclasses import replace

import pytest

from app.matching.engine.choices import Choices
from app.matching.engine.planning.rounds import plan_round
from app.matching.engine.planning.verify_round import verify_round
from app.matching.engine.problem import Problem
from matching.engine.rounds import a_round, best, random_rounds

NOTHING = Choices()


def test_small_rounds_get_the_best_plan_and_every_plan_is_right() -> None:
    for question, choices in random_rounds():
        made = plan_round(question, choices)

        assert verify_round(made, question, choices) == ()
        assert made.value == made.bound == best(question, choices)


def test_the_order_of_rows_changes_nothing() -> None:
    for question, choices in random_rounds(20):
        turned = Problem(question.requests[::-1], question.supplies[::-1], question.context)

        assert plan_round(turned, choices) == plan_round(question, choices)


def test_a_pin_takes_the_hours_and_the_rest_is_planned_around_it() -> None:
    question = a_round([6, 5, 5], [10])

    free = plan_round(question, NOTHING)
    pinned = plan_round(question, Choices(pins=frozenset({(1, "offer:1")})))

    assert [line.supply_id for line in free.lines] == [None, "offer:1", "offer:1"]
    assert [line.supply_id for line in pinned.lines] == ["offer:1", None, None]
    assert pinned.value == pinned.bound < free.value


def test_a_veto_sends_a_line_elsewhere_or_nowhere() -> None:
    two, one = a_round([6], [10, 10]), a_round([6], [10])
    veto = Choices(vetoes=frozenset({(1, "offer:1")}))

    assert plan_round(two, veto).lines[0].supply_id == "offer:2"
    assert plan_round(one, veto).lines[0].supply_id is None


@pytest.mark.parametrize(
    "question",
    [
        a_round([], []),
        a_round([], [10]),
        a_round([6], []),
        a_round([6], [0]),
        a_round([10_000], [40]),
    ],
)
def test_where_nothing_fits_nothing_is_planned(question: Problem) -> None:
    made = plan_round(question, NOTHING)

    assert (made.value, made.bound) == (0, 0)
    assert all(line.supply_id is None for line in made.lines)
    assert verify_round(made, question, NOTHING) == ()


def test_needs_that_are_all_the_same_share_what_there_is() -> None:
    made = plan_round(a_round([5] * 20, [10, 10]), NOTHING)

    assert sum(line.supply_id is not None for line in made.lines) == 4


def test_a_pin_that_cannot_be_kept_is_an_error() -> None:
    with pytest.raises(ValueError, match="cannot be kept: rule"):
        plan_round(a_round([11], [10]), Choices(pins=frozenset({(1, "offer:1")})))


def test_more_hours_never_make_a_plan_worse() -> None:
    for question, _choices in random_rounds(20):
        more = tuple(
            replace(one, total_hours=20, free_hours=(one.free_hours or 0) + 2)
            for one in question.supplies
        )
        same_load = replace(question.context, load={one.provider_id: 0 for one in more})
        before, after = (
            plan_round(Problem(question.requests, supplies, same_load), NOTHING)
            for supplies in (question.supplies, more)
        )

        assert after.value >= before.value
