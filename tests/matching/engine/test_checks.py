"""Values that cannot be true are refused by the name of their field."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.matching.engine.problem import Problem
from app.matching.engine.suggest import suggest
from app.matching.engine.weights import Weights
from matching.engine.worlds import a_context, a_line, a_request, a_supply

NAN = float("nan")


@pytest.mark.parametrize("field", ["hours", "cents", "pieces"])
@pytest.mark.parametrize("value", [-1, NAN, 1.5, True, None, "6"])
def test_a_need_of_something_else_than_a_whole_number_is_refused(field, value):
    with pytest.raises(ValueError, match=rf"^Line\.{field} must be a whole number"):
        a_line(**{field: value})


@pytest.mark.parametrize(
    "field", ["total_hours", "free_hours", "free_cents", "max_cents", "pieces"]
)
@pytest.mark.parametrize("value", [-1, NAN, 1.5, True])
def test_a_supply_of_something_else_than_a_whole_number_is_refused(field, value):
    with pytest.raises(ValueError, match=rf"^Supply\.{field} must be a whole number"):
        a_supply(**{field: value})


@pytest.mark.parametrize("value", [-1, NAN, 0.25, False])
def test_a_weight_that_is_not_a_whole_number_is_refused(value):
    with pytest.raises(ValueError, match=r"^Weights\.knows must be a whole number"):
        Weights("test", {"expertise": 100, "knows": value})


@pytest.mark.parametrize("value", [-1, NAN])
def test_a_load_or_a_count_of_the_past_that_cannot_be_is_refused(value):
    with pytest.raises(ValueError, match=r"^Context\.load\[team:1\] must be"):
        a_context(load={"team:1": value})
    with pytest.raises(ValueError, match=r"^Context\.support_received\[BU1\] must be"):
        a_context(support_received={"BU1": value})


def test_more_hours_free_than_there_are_is_refused():
    with pytest.raises(ValueError, match=r"^Supply\.free_hours is more than"):
        a_supply(total_hours=4, free_hours=5)


@pytest.mark.parametrize("counted", [{"total_hours": 4}, {"free_hours": 4}])
def test_free_hours_and_all_hours_are_counted_together(counted):
    with pytest.raises(ValueError, match="are counted together"):
        a_supply(**counted)


@pytest.mark.parametrize(("make", "name"), [(a_line, "Line"), (a_supply, "Supply")])
def test_a_period_that_ends_before_it_starts_is_refused(make, name):
    days = {"starts_on": date(2026, 10, 2), "ends_on": date(2026, 10, 1)}
    with pytest.raises(ValueError, match=rf"^{name}\.ends_on \(2026-10-01\) is before"):
        make(**days)


def test_a_moment_is_not_a_day():
    noon = datetime(2026, 10, 1, 12, tzinfo=UTC)
    with pytest.raises(ValueError, match=r"^Context\.today must be a date without a time"):
        a_context(today=noon)
    with pytest.raises(ValueError, match=r"^Request\.wanted_by must be a date without a time"):
        a_request(wanted_by=noon)
    with pytest.raises(ValueError, match=r"^Supply\.starts_on must be a date without a time"):
        a_supply(starts_on=noon)


def test_an_id_may_occur_once():
    with pytest.raises(ValueError, match=r"^Line\.id 1 occurs twice"):
        a_request(a_line(), a_line())
    with pytest.raises(ValueError, match=r"^Supply\.id 'offer:1' occurs twice"):
        suggest(a_request(), [a_supply(), a_supply()], a_context())
    with pytest.raises(ValueError, match=r"^Supply\.id 'offer:1' occurs twice"):
        Problem((a_request(),), (a_supply(), a_supply()), a_context())
    with pytest.raises(ValueError, match=r"^Request\.id 1 occurs twice"):
        Problem((a_request(), replace(a_request(), initiative_id=11)), (), a_context())
