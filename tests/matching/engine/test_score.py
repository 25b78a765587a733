"""What each part of a value earns."""

from datetime import timedelta

import pytest

from app.matching.engine.results import Part
from app.matching.engine.score import SHARES, load, score
from app.matching.engine.weights import WEIGHTS, Weights
from matching.engine.worlds import (
    TODAY,
    a_context,
    a_line,
    a_pair,
    a_request,
    a_supply,
    random_worlds,
    some,
)


def days(number):
    return TODAY + timedelta(number)


@pytest.mark.parametrize(
    ("need", "has", "share"),
    [
        ({}, some("money"), 0),
        ({"expertise": "money"}, some("money", "exercise"), 1000),
        ({"expertise": "money", "welcome": some("exercise", "health")}, some("money"), 333),
        ({"welcome": some("exercise", "health")}, some("health"), 500),
        ({"welcome": some("exercise", "health")}, some(), 0),
    ],
)
def test_expertise_earns_the_share_of_the_topics_that_it_has(need, has, share):
    assert SHARES["expertise"](a_pair(a_line(**need), a_supply(expertise=has))) == share


@pytest.mark.parametrize(
    ("areas", "share"),
    [(None, 0), (some("WK999801"), 1000), (some("WK999801", "WK999802", "WK999803"), 500)],
)
def test_who_works_here_only_is_nearest(areas, share):
    assert SHARES["nearness"](a_pair(supply=a_supply(areas=areas))) == share


@pytest.mark.parametrize(("knows", "share"), [(some(10, 11), 1000), (some(11), 0)])
def test_who_worked_with_this_initiative_knows_the_group(knows, share):
    assert SHARES["knows"](a_pair(supply=a_supply(knows=knows))) == share


@pytest.mark.parametrize(
    ("asked", "offered", "share"),
    [
        (some(), some("green"), 0),
        (some("green"), some(), 0),
        (some("green", "health", "living"), some("green", "health"), 666),
        (some("green"), some("green", "health"), 1000),
    ],
)
def test_theme_earns_the_share_of_the_themes_that_it_is_meant_for(asked, offered, share):
    pair = a_pair(supply=a_supply(themes=offered), request=a_request(themes=asked))

    assert SHARES["theme"](pair) == share


@pytest.mark.parametrize(
    ("wanted", "starts", "share"),
    [
        (None, None, 0),
        (days(0), None, 1000),
        (days(-5), days(-9), 1000),
        (days(-5), days(0), 1000),
        (days(-5), days(1), 0),
        (days(45), days(45), 750),
        (days(45), days(46), 0),
        (days(89), None, 505),
        (days(400), None, 500),
    ],
)
def test_who_is_there_in_time_earns_half_and_more_the_nearer_the_date(wanted, starts, share):
    pair = a_pair(supply=a_supply(starts_on=starts), request=a_request(wanted_by=wanted))

    assert SHARES["urgency"](pair) == share


@pytest.mark.parametrize(
    ("hours", "known", "promised"),
    [
        ({}, {}, 0),
        ({"total_hours": 10, "free_hours": 10}, {}, 0),
        ({"total_hours": 10, "free_hours": 4}, {}, 600),
        ({"total_hours": 3, "free_hours": 2}, {}, 334),
        ({"total_hours": 0, "free_hours": 0}, {}, 1000),
        ({"total_hours": 10, "free_hours": 4}, {"team:1": 250}, 250),
        ({"total_hours": 10, "free_hours": 4}, {"team:1": 1700}, 1000),
        ({}, {"team:2": 250}, 0),
    ],
)
def test_load_is_what_is_promised_over_all_offers_or_else_of_this_offer(hours, known, promised):
    pair = a_pair(supply=a_supply(provider_id="team:1", **hours), context=a_context(load=known))

    assert load(pair) == promised
    assert SHARES["spread"](pair) == 1000 - promised


@pytest.mark.parametrize(("goals", "share"), [(some(), 0), (some(3, 4), 1000)])
def test_a_plan_for_a_goal_of_the_district_earns_all(goals, share):
    assert SHARES["goal"](a_pair(request=a_request(goal_ids=goals))) == share


@pytest.mark.parametrize(("times", "share"), [({}, 1000), ({"BU99980101": 2, "BU9": 9}, 333)])
def test_a_neighbourhood_that_had_little_earns_most(times, share):
    assert SHARES["first_support"](a_pair(context=a_context(support_received=times))) == share


def test_points_are_weight_times_share_rounded_half_up():
    pair = a_pair(a_line(welcome=some("a", "b")), a_supply(expertise=some("a")))

    assert score(pair, Weights("test", {"expertise": 7})) == (Part("expertise", 500, 4),)


def test_a_part_without_weight_gives_no_points():
    pair = a_pair(supply=a_supply(knows=some(10)))

    assert score(pair, Weights("test", {"knows": 0})) == (Part("knows", 1000, 0),)


def test_a_weight_without_a_part_is_refused():
    with pytest.raises(ValueError, match=r"^Weights\.votes weighs a part that does not exist"):
        score(a_pair(), Weights("test", {"votes": 1}))


def test_every_share_is_a_whole_number_from_0_to_1000():
    for world in random_worlds():
        for line in world.request.lines:
            for supply in world.supplies:
                for part in score(world.pair(line, supply.id), WEIGHTS):
                    assert type(part.share) is int
                    assert 0 <= part.share <= 1000
                    assert 0 <= part.points <= WEIGHTS.thousandths[part.code]
