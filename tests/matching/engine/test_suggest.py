"""The ranked list for one request, and what is left out."""

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from app.matching.engine.explain import why, why_not
from app.matching.engine.problem import order_of
from app.matching.engine.results import Gap, Suggestion
from app.matching.engine.suggest import suggest
from app.matching.engine.weights import Weights
from matching.engine.worlds import (
    HERE,
    World,
    a_context,
    a_line,
    a_request,
    a_supply,
    random_worlds,
    some,
)


def a_team(number, total, free, **changes):
    return a_supply(
        f"offer:{number}",
        **{
            "provider_id": f"team:{number}",
            "starts_on": date(2026, 10, 1),
            "ends_on": date(2026, 12, 31),
            "total_hours": total,
            "free_hours": free,
            **changes,
        },
    )


def a_walking_group() -> World:
    """SC8: a walking group for people who feel lonely seeks 6 hours of advice."""
    line = a_line(
        expertise="loneliness",
        welcome=some("sport", "group_work"),
        hours=6,
        starts_on=date(2026, 10, 12),
        ends_on=date(2026, 12, 18),
    )
    request = a_request(
        line,
        themes=some("health", "together"),
        wanted_by=date(2026, 10, 31),
        initiator_organisation_ids=some(31),
    )
    teams = [
        a_team(1, 20, 10, areas=some(HERE), expertise=some("loneliness", "sport", "group_work")),
        a_team(
            2,
            40,
            30,
            areas=some(HERE, "WK999802"),
            expertise=some("loneliness", "youth"),
            knows=some(10),
            themes=some("health"),
        ),
        a_team(3, 12, 6, expertise=some("loneliness", "sport")),
        a_team(4, 20, 4, areas=some(HERE), expertise=some("loneliness")),
        a_team(5, 20, 20, areas=some("WK999802"), expertise=some("money")),
        a_team(6, 20, 20, expertise=some("loneliness"), organisation_ids=some(31)),
        a_supply("facility:1", kinds=some("space"), areas=some(HERE)),
    ]
    return World(request, teams, a_context(support_received={"BU99980101": 1}))


def test_three_teams_are_ranked_for_a_walking_group_that_seeks_six_hours_of_advice():
    """SC8 a)."""
    (answer,) = a_walking_group().answer().lines

    assert [(place.rank, place.supply_id, place.value) for place in answer.places] == [
        (1, "offer:1", 571),
        (2, "offer:2", 554),
        (3, "offer:3", 338),
    ]
    assert [(out.supply_id, out.blocked) for out in answer.left_out] == [
        ("offer:4", ("hours",)),
        ("offer:6", ("conflict",)),
        ("facility:1", ("kind", "expertise")),
        ("offer:5", ("area", "expertise")),
    ]
    assert answer.gap is None


def test_each_team_for_the_walking_group_has_its_reasons():
    """SC8 a)."""
    world = a_walking_group()
    (line,) = world.request.lines
    (answer,) = world.answer().lines

    reasons = {
        place.supply_id: [(each.code, dict(each.facts)) for each in why(place, pair)]
        for place in answer.places
        for pair in [world.pair(line, place.supply_id)]
    }

    urgency = ("urgency", {"points": 83, "wanted_by": date(2026, 10, 31), "days": 30})
    received = ("first_support", {"points": 38, "times": 1})
    assert reasons == {
        "offer:1": [
            (
                "expertise",
                {"points": 250, "has": ("group_work", "loneliness", "sport"), "asked": 3},
            ),
            ("nearness", {"points": 150, "areas": 1}),
            urgency,
            ("spread", {"points": 50, "load": 500}),
            received,
        ],
        "offer:2": [
            ("knows", {"points": 150}),
            ("expertise", {"points": 83, "has": ("loneliness",), "asked": 3}),
            urgency,
            ("nearness", {"points": 75, "areas": 2}),
            ("spread", {"points": 75, "load": 250}),
            ("theme", {"points": 50, "has": ("health",), "asked": 2}),
            received,
        ],
        "offer:3": [
            ("expertise", {"points": 167, "has": ("loneliness", "sport"), "asked": 3}),
            urgency,
            ("spread", {"points": 50, "load": 500}),
            received,
        ],
    }


def test_a_team_with_too_few_hours_is_left_out_with_the_numbers():
    world = a_walking_group()
    (line,) = world.request.lines
    nearest_miss = world.answer().lines[0].left_out[0]

    (reason,) = why_not(nearest_miss, world.pair(line, "offer:4"))

    assert (nearest_miss.supply_id, reason.code, reason.facts) == (
        "offer:4",
        "hours",
        {"asked": 6, "free": 4},
    )


def test_equal_values_stand_by_load_and_then_by_id():
    weights = Weights("test", {"expertise": 1000})
    teams = [a_team(12, 10, 5), a_team(3, 10, 5), a_team(40, 10, 9), a_team(2, 10, 5)]

    (answer,) = suggest(a_request(), teams, a_context(), weights).lines

    assert [(place.value, place.load, place.supply_id) for place in answer.places] == [
        (0, 100, "offer:40"),
        (0, 500, "offer:2"),
        (0, 500, "offer:3"),
        (0, 500, "offer:12"),
    ]


def test_the_answer_names_the_rules_and_weights_it_was_made_with():
    answer = suggest(a_request(), [], a_context(), Weights("a trial", {"knows": 1000}))

    assert (answer.request_id, answer.rules_version, answer.weights_version) == (
        1,
        "2026.1",
        "a trial",
    )


def test_a_request_without_lines_gets_an_empty_answer():
    request = replace(a_request(), lines=())

    assert suggest(request, [a_supply()], a_context()) == Suggestion(1, "2026.1", "2026.1", ())


def test_without_supplies_there_is_a_gap():
    (answer,) = suggest(a_request(), [], a_context()).lines

    assert (answer.places, answer.left_out, answer.gap) == ((), (), Gap(0, 0, ()))


def test_a_gap_counts_who_would_pass_if_one_rule_were_dropped():
    elsewhere = some("WK999802")
    supplies = [
        a_team(1, 10, 4),
        a_team(2, 10, 5),
        a_team(3, 10, 9, areas=elsewhere),
        a_team(4, 10, 4, areas=elsewhere),
        a_supply("facility:1", kinds=some("space")),
        a_supply("facility:2", kinds=some("money"), withdrawn=True),
    ]

    (answer,) = suggest(a_request(a_line(hours=6)), supplies, a_context()).lines

    assert answer.gap == Gap(
        supplies=6, of_kind=4, if_dropped=(("kind", 1), ("area", 1), ("hours", 2))
    )


@pytest.mark.parametrize(("free", "placed"), [(0, 0), (6, 3)])
def test_all_may_be_eligible_and_all_may_be_without_capacity(free, placed):
    teams = [a_team(number, free, free) for number in (1, 2, 3)]

    (answer,) = suggest(a_request(a_line(hours=6)), teams, a_context()).lines

    assert (len(answer.places), len(answer.left_out)) == (placed, 3 - placed)


def test_ten_thousand_hours_are_too_many_for_all():
    (answer,) = suggest(a_request(a_line(hours=10_000)), [a_team(1, 20, 20)], a_context()).lines

    assert answer.gap == Gap(supplies=1, of_kind=1, if_dropped=(("hours", 1),))


def test_every_supply_appears_once_for_every_line():
    for world in random_worlds():
        answer = world.answer()
        assert [line.line_id for line in answer.lines] == [need.id for need in world.request.lines]
        for line in answer.lines:
            named = [place.supply_id for place in line.places]
            named += [out.supply_id for out in line.left_out]
            assert Counter(named) == Counter(supply.id for supply in world.supplies)
            assert (line.gap is None) == bool(line.places)


def test_rows_in_any_order_give_the_same_answer():
    for seed, world in enumerate(random_worlds()):
        mixed = Random(seed)
        lines, supplies = list(world.request.lines), list(world.supplies)
        mixed.shuffle(lines)
        mixed.shuffle(supplies)

        other = World(replace(world.request, lines=tuple(lines)), supplies, world.context)

        assert repr(other.answer()) == repr(world.answer())


def test_places_stand_in_one_total_order():
    for world in random_worlds():
        for line in world.answer().lines:
            ladder = [
                (-place.value, place.load, order_of(place.supply_id)) for place in line.places
            ]
            assert ladder == sorted(set(ladder))


BETTER = {
    "expertise": lambda pair: {"expertise": pair.supply.expertise | pair.line.topics},
    "knows": lambda pair: {"knows": pair.supply.knows | {pair.request.initiative_id}},
    "theme": lambda pair: {"themes": pair.supply.themes | pair.request.themes},
    "nearness": lambda pair: {"areas": some(pair.request.district)},
    "urgency": lambda _pair: {"starts_on": None},
    "hours": lambda pair: {"free_hours": pair.supply.total_hours},
}


@pytest.mark.parametrize("improvement", BETTER)
def test_who_fits_better_never_drops_a_place(improvement):
    tried = 0
    for world in random_worlds(80):
        for need, answer in zip(world.request.lines, world.answer().lines, strict=True):
            for place in answer.places:
                pair = world.pair(need, place.supply_id)
                better = replace(pair.supply, **BETTER[improvement](pair))
                supplies = [better if each is pair.supply else each for each in world.supplies]
                request = replace(world.request, lines=(need,))
                (again,) = suggest(request, supplies, world.context).lines
                ranks = {each.supply_id: each.rank for each in again.places}
                assert ranks[better.id] <= place.rank
                tried += 1
    assert tried > 250
