"""Reasons are true: the numbers are those of the rule, and taking the obstacle away helps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.matching.engine.eligibility import RULES, blocked
from app.matching.engine.explain import (
    Comparison,
    Difference,
    Explanation,
    compare,
    why,
    why_nobody,
    why_not,
)
from app.matching.engine.facts import PART_FACTS, RULE_FACTS
from app.matching.engine.results import Gap, LeftOut, Part, Place
from app.matching.engine.score import SHARES
from matching.engine.worlds import (
    HERE,
    TODAY,
    a_context,
    a_line,
    a_pair,
    a_request,
    a_supply,
    random_worlds,
    some,
)


def a_place(rank, supply_id, points, load=0):
    parts = tuple(Part(code, 0, each) for code, each in points.items())
    return Place(rank, supply_id, sum(points.values()), load, parts)


def test_every_rule_and_every_part_has_its_facts():
    assert (list(RULE_FACTS), list(PART_FACTS)) == (list(RULES), list(SHARES))


def test_why_not_gives_every_rule_with_the_numbers_that_matter():
    line = a_line(
        hours=6,
        cents=185_000,
        pieces=3,
        expertise="loneliness",
        language="ar",
        starts_on=date(2026, 10, 5),
        ends_on=date(2026, 10, 9),
        declined=some("offer:1"),
    )
    supply = a_supply(
        kinds=some("space", "money"),
        areas=some("WK999802"),
        starts_on=date(2026, 11, 1),
        total_hours=10,
        free_hours=4,
        free_cents=100_000,
        max_cents=50_000,
        pieces=2,
        conditions=some("permit", "conduct_certificate", "statutes"),
        has_legal_basis=False,
        organisation_ids=some(5),
        withdrawn=True,
    )
    request = a_request(line, initiator_organisation_ids=some(5), meets=some("statutes"))
    pair = a_pair(line, supply, request)

    reasons = why_not(LeftOut(supply.id, blocked(pair)), pair)

    assert [(each.code, each.facts) for each in reasons] == [
        ("kind", {"asked": "team_hours", "offered": ("money", "space")}),
        ("area", {"district": HERE}),
        ("expertise", {"asked": "loneliness"}),
        ("language", {"asked": "ar"}),
        (
            "period",
            {
                "today": TODAY,
                "asked_from": date(2026, 10, 5),
                "asked_until": date(2026, 10, 9),
                "offered_from": date(2026, 11, 1),
                "offered_until": None,
            },
        ),
        ("hours", {"asked": 6, "free": 4}),
        ("budget", {"asked": 185_000, "free": 100_000}),
        ("ceiling", {"asked": 185_000, "most": 50_000}),
        ("pieces", {"asked": 3, "free": 2}),
        ("conditions", {"missing": ("conduct_certificate", "permit")}),
        ("legal_basis", {}),
        ("conflict", {}),
        ("declined", {}),
        ("withdrawn", {}),
    ]


def test_why_tells_the_parts_that_gave_points_the_most_first():
    place = a_place(1, "offer:1", {"expertise": 0, "knows": 50, "goal": 75, "spread": 50})
    pair = a_pair(request=a_request(goal_ids=some(4, 5)))

    assert why(place, pair) == (
        Explanation("goal", {"points": 75, "goals": 2}),
        Explanation("knows", {"points": 50}),
        Explanation("spread", {"points": 50, "load": None}),
    )


@pytest.mark.parametrize(
    ("hours", "known", "told"),
    [
        ({}, {}, None),
        ({"total_hours": 10, "free_hours": 4}, {}, 600),
        ({}, {"team of offer:1": 300}, 300),
    ],
)
def test_a_load_is_told_only_when_hours_are_counted(hours, known, told):
    place = a_place(1, "offer:1", {"spread": 50})
    pair = a_pair(supply=a_supply(**hours), context=a_context(load=known))

    assert why(place, pair) == (Explanation("spread", {"points": 50, "load": told}),)


def test_a_date_is_told_with_the_days_that_are_left():
    place = a_place(1, "offer:1", {"urgency": 80})
    wanted_by = TODAY + timedelta(30)

    assert why(place, a_pair(request=a_request(wanted_by=wanted_by))) == (
        Explanation("urgency", {"points": 80, "wanted_by": wanted_by, "days": 30}),
    )


@pytest.mark.parametrize(
    ("gap", "reasons"),
    [
        (Gap(0, 0, ()), [("no_supply", {})]),
        (Gap(8, 0, (("kind", 5),)), [("no_kind", {})]),
        (
            Gap(8, 4, (("kind", 2), ("area", 1), ("hours", 3))),
            [("only_area", {"supplies": 1}), ("only_hours", {"supplies": 3})],
        ),
        (Gap(8, 4, (("kind", 2),)), [("several", {"supplies": 4})]),
        (Gap(8, 4, ()), [("several", {"supplies": 4})]),
    ],
)
def test_why_nobody_tells_what_is_missing_in_the_municipality(gap, reasons):
    assert [(each.code, each.facts) for each in why_nobody(gap)] == reasons


def test_compare_tells_the_largest_differences_first_also_those_against():
    higher = a_place(1, "offer:4", {"expertise": 250, "knows": 0, "theme": 50, "spread": 90})
    lower = a_place(2, "offer:9", {"expertise": 83, "knows": 150, "theme": 50, "spread": 80})

    assert compare(higher, lower) == Comparison(
        higher_id="offer:4",
        lower_id="offer:9",
        lead=27,
        differences=(
            Difference("expertise", 250, 83),
            Difference("knows", 0, 150),
            Difference("spread", 90, 80),
        ),
        decided_by="value",
    )


@pytest.mark.parametrize(("loads", "decided_by"), [((100, 200), "load"), ((100, 100), "order")])
def test_compare_names_the_tie_break_of_equal_values(loads, decided_by):
    higher, lower = (a_place(1, f"offer:{load}", {"knows": 150}, load) for load in loads)

    comparison = compare(higher, lower)

    assert (comparison.lead, comparison.differences, comparison.decided_by) == (0, (), decided_by)


def test_the_differences_of_any_two_places_add_up_to_the_lead():
    for world in random_worlds():
        for answer in world.answer().lines:
            for higher, lower in zip(answer.places, answer.places[1:], strict=False):
                comparison = compare(higher, lower)
                total = sum(each.higher - each.lower for each in comparison.differences)
                assert comparison.lead == total >= 0


REMEDY = {
    "kind": lambda pair: {"kinds": pair.supply.kinds | {pair.line.kind}},
    "area": lambda _pair: {"areas": some(HERE)},
    "expertise": lambda pair: {"expertise": pair.supply.expertise | {pair.line.expertise}},
    "language": lambda pair: {"languages": pair.supply.languages | {pair.line.language}},
    "hours": lambda pair: {"total_hours": 99, "free_hours": pair.line.hours},
    "budget": lambda pair: {"free_cents": pair.line.cents},
    "ceiling": lambda pair: {"max_cents": pair.line.cents},
    "pieces": lambda pair: {"pieces": pair.line.pieces},
    "conditions": lambda pair: {"conditions": pair.request.meets},
    "legal_basis": lambda _pair: {"has_legal_basis": True},
    "conflict": lambda _pair: {"organisation_ids": some()},
    "withdrawn": lambda _pair: {"withdrawn": False},
}


def test_taking_away_the_named_obstacles_makes_a_supply_eligible():
    tried = 0
    for world in random_worlds():
        for line, answer in zip(world.request.lines, world.answer().lines, strict=True):
            for out in answer.left_out:
                pair = world.pair(line, out.supply_id)
                if REMEDY.keys() >= set(out.blocked):
                    for rule in out.blocked:
                        pair = pair._replace(supply=replace(pair.supply, **REMEDY[rule](pair)))
                    assert blocked(pair) == ()
                    tried += 1
    assert tried > 2000
