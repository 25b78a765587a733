"""What each part earns, and that what a reason names is what earned it."""

from dataclasses import replace

import pytest

from app.matching.engine.volunteers.problem import Match
from app.matching.engine.volunteers.score import FACTS, SHARES
from app.matching.engine.volunteers.weights import TABLE
from matching.engine.volunteers.people import a_moment, a_volunteer, some

EARNS = [  # part, what the volunteer told, what the moment asks, its share
    ("likes", {"likes": some("green")}, {"work": some("green", "food")}, 500),
    ("likes", {"likes": some("green")}, {"work": some()}, 0),
    ("learns", {"learns": some("green")}, {"teaches": True}, 1000),
    ("learns", {"learns": some("green")}, {"teaches": False}, 0),
    ("nearness", {}, {}, 1000),
    ("nearness", {}, {"neighbourhood": 12}, 500),
    ("nearness", {}, {"neighbourhood": 21, "district": 2}, 0),
    ("nearness", {"neighbourhood": None, "district": None}, {"neighbourhood": None}, 0),
    ("time", {}, {}, 0),
    ("time", {"days": some("tu")}, {}, 1000),
    ("time", {"parts": some("afternoon")}, {}, 1000),
    ("first_time", {"has_helped": False}, {"is_easy": True}, 1000),
    ("first_time", {"has_helped": True}, {"is_easy": True}, 0),
    ("first_time", {"has_helped": False}, {"is_easy": False}, 0),
    ("tongue", {"tongues": some("tr", "ar")}, {"tongues": some("ar")}, 1000),
    ("tongue", {"tongues": some("tr")}, {"tongues": some("ar")}, 0),
    ("room", {}, {"taken": 0}, 1000),
    ("room", {}, {"taken": 9}, 100),
]


@pytest.mark.parametrize(("part", "told", "asked", "share"), EARNS)
def test_a_part_earns_its_share(part, told, asked, share):
    assert SHARES[part](Match(a_volunteer(**told), a_moment(**asked))) == share


def test_every_part_has_a_weight_and_facts_and_all_make_1000():
    parts = [row.part for row in TABLE]

    assert parts == list(SHARES) == list(FACTS)
    assert sum(row.thousandths for row in TABLE) == 1000


def test_each_sign_up_lowers_the_value_of_a_task():
    shares = [SHARES["room"](Match(a_volunteer(), a_moment(taken=n))) for n in range(11)]

    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 11


WITHOUT = {  # what a reason names, taken away
    "likes": lambda match, has: match._replace(
        volunteer=replace(match.volunteer, likes=match.volunteer.likes - set(has["has"]))
    ),
    "learns": lambda match, has: match._replace(
        volunteer=replace(match.volunteer, learns=match.volunteer.learns - set(has["has"]))
    ),
    "tongue": lambda match, has: match._replace(
        moment=replace(match.moment, tongues=match.moment.tongues - set(has["has"]))
    ),
    "nearness": lambda match, _has: match._replace(
        moment=replace(match.moment, neighbourhood=99, district=9)
    ),
    "time": lambda match, has: match._replace(
        volunteer=replace(
            match.volunteer,
            days=match.volunteer.days - {has["day"]},
            parts=match.volunteer.parts - set(has["parts"]),
        )
    ),
    "first_time": lambda match, _has: match._replace(
        volunteer=replace(match.volunteer, has_helped=True)
    ),
    "room": lambda match, _has: match._replace(
        moment=replace(match.moment, taken=match.moment.places)
    ),
}


@pytest.mark.parametrize("part", SHARES)
def test_without_what_a_reason_names_the_part_earns_nothing(part):
    told = {
        "likes": some("green", "food"),
        "learns": some("green"),
        "days": some("tu"),
        "parts": some("afternoon"),
        "tongues": some("tr", "ar"),
        "has_helped": False,
    }
    match = Match(
        a_volunteer(**told), a_moment(teaches=True, is_easy=True, tongues=some("tr", "uk"))
    )

    assert SHARES[part](match) > 0
    assert SHARES[part](WITHOUT[part](match, FACTS[part](match))) == 0
