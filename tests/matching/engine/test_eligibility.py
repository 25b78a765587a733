"""Each hard rule: what just passes and what just fails."""

from datetime import date

import pytest

from app.matching.engine.eligibility import RULES, blocked
from matching.engine.worlds import (
    HERE,
    a_line,
    a_pair,
    a_request,
    a_supply,
    random_worlds,
    some,
)

OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 1)


EXAMPLES = {  # rule: (need, passes, fails), each as changes on a plain one
    "kind": ({"kind": "space"}, {"kinds": some("space", "money")}, {"kinds": some("money")}),
    "area": ({}, {"areas": some(HERE)}, {"areas": some("WK999802")}),
    "expertise": ({"expertise": "money"}, {"expertise": some("money")}, {"expertise": some()}),
    "language": ({"language": "ar"}, {"languages": some("nl", "ar")}, {"languages": some("nl")}),
    "period": ({"ends_on": OCTOBER}, {"starts_on": OCTOBER}, {"starts_on": NOVEMBER}),
    "hours": (
        {"hours": 6},
        {"total_hours": 10, "free_hours": 6},
        {"total_hours": 10, "free_hours": 5},
    ),
    "budget": ({"cents": 500}, {"free_cents": 500}, {"free_cents": 499}),
    "ceiling": ({"cents": 500}, {"max_cents": 500}, {"max_cents": 499}),
    "pieces": ({"pieces": 3}, {"pieces": 3}, {"pieces": 2}),
    "conditions": ({}, {"conditions": some()}, {"conditions": some("permit")}),
    "legal_basis": ({}, {"has_legal_basis": True}, {"has_legal_basis": False}),
    "conflict": ({}, {"organisation_ids": some(4)}, {"organisation_ids": some(4, 5)}),
    "declined": ({"declined": some("offer:2")}, {"supply_id": "offer:1"}, {"supply_id": "offer:2"}),
    "withdrawn": ({}, {"withdrawn": False}, {"withdrawn": True}),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_stops_what_fails_it_and_nothing_else(rule):
    need, passing, failing = EXAMPLES[rule]
    line = a_line(**need)
    request = a_request(line, initiator_organisation_ids=some(5))
    kinds = {"kinds": some(line.kind)}

    assert blocked(a_pair(line, a_supply(**{**kinds, **passing}), request)) == ()
    assert blocked(a_pair(line, a_supply(**{**kinds, **failing}), request)) == (rule,)


@pytest.mark.parametrize("rule", ["hours", "budget", "ceiling", "pieces"])
def test_what_is_not_counted_never_stops(rule):
    need, _, _ = EXAMPLES[rule]

    assert blocked(a_pair(a_line(**need))) == ()


@pytest.mark.parametrize("rule", ["hours", "budget", "ceiling", "pieces"])
def test_nothing_asked_fits_where_nothing_is_left(rule):
    empty = a_supply(total_hours=0, free_hours=0, free_cents=0, max_cents=0, pieces=0)

    assert blocked(a_pair(a_line(), empty)) == ()


@pytest.mark.parametrize(
    ("areas", "stopped"),
    [
        (None, ()),
        (some(HERE), ()),
        (some("BU99980101"), ()),
        (some("around the canal", "WK999802"), ()),
        (some("WK999802", "BU99980102", "old town"), ("area",)),
        (some(), ("area",)),
    ],
)
def test_it_works_in_the_neighbourhood_the_district_or_an_own_area(areas, stopped):
    request = a_request(own_areas=some("around the canal"))

    assert blocked(a_pair(supply=a_supply(areas=areas), request=request)) == stopped


@pytest.mark.parametrize(
    ("need", "offer", "stopped"),
    [
        ({}, {}, ()),
        ({}, {"ends_on": date(2026, 10, 1)}, ()),
        ({}, {"ends_on": date(2026, 9, 30)}, ("period",)),
        ({"ends_on": date(2026, 9, 30)}, {}, ("period",)),
        ({"starts_on": NOVEMBER}, {"ends_on": NOVEMBER}, ()),
        ({"starts_on": NOVEMBER}, {"ends_on": OCTOBER}, ("period",)),
        ({"starts_on": date(2026, 9, 1), "ends_on": OCTOBER}, {"starts_on": NOVEMBER}, ("period",)),
        ({"starts_on": date(2026, 9, 1)}, {"starts_on": NOVEMBER}, ()),
    ],
)
def test_need_and_offer_share_a_day_from_today_on(need, offer, stopped):
    assert blocked(a_pair(a_line(**need), a_supply(**offer))) == stopped


def test_every_failing_rule_is_named_in_published_order():
    request = a_request(a_line(kind="space", hours=6), initiator_organisation_ids=some(5))
    supply = a_supply(
        withdrawn=True, total_hours=10, free_hours=4, organisation_ids=some(5), areas=some()
    )

    assert blocked(a_pair(request.lines[0], supply, request)) == (
        "kind",
        "area",
        "hours",
        "conflict",
        "withdrawn",
    )


def test_each_rule_is_tested_alone():
    for world in random_worlds():
        for line in world.request.lines:
            for supply in world.supplies:
                pair = world.pair(line, supply.id)
                assert set(blocked(pair)) == {rule for rule in RULES if not RULES[rule](pair)}
