"""What keeps a moment from a volunteer, each rule alone; without the obstacle it fits."""

from datetime import timedelta

import pytest

from app.matching.engine.volunteers.eligibility import RULES, blocked
from app.matching.engine.volunteers.problem import DISTRICT, NEIGHBOURHOOD, Match
from matching.engine.volunteers.people import NOON, a_moment, a_volunteer, some

TWO_HOURS = timedelta(hours=2)
STOPS = [  # what the volunteer told, what the moment asks, the rule, and what takes it away
    ({"days": some("mo", "we")}, {}, "time", {"days": some("tu")}),
    (
        {"parts": some("afternoon")},
        {"parts": some("afternoon", "evening")},
        "time",
        {"parts": some("afternoon", "evening")},
    ),
    ({"reach": NEIGHBOURHOOD}, {"neighbourhood": 12}, "reach", {"neighbourhood": 12}),
    ({"reach": DISTRICT}, {"district": 2}, "reach", {"district": 2}),
    (
        {"reach": NEIGHBOURHOOD, "neighbourhood": None},
        {"neighbourhood": None},
        "reach",
        {"reach": "everywhere"},
    ),
    ({"busy": ((NOON + TWO_HOURS / 2, NOON + TWO_HOURS),)}, {}, "free", {"busy": ()}),
    ({"joined": frozenset([1])}, {}, "new", {"joined": frozenset([2])}),
    ({"runs": frozenset([101])}, {}, "own", {"runs": frozenset([1])}),
    ({"hidden": frozenset([1])}, {}, "hidden", {"hidden": frozenset([101])}),
]


@pytest.mark.parametrize(("told", "asked", "rule", "instead"), STOPS)
def test_one_rule_stops_it_and_without_the_obstacle_it_fits(told, asked, rule, instead):
    moment = a_moment(**asked)

    assert blocked(Match(a_volunteer(**told), moment)) == (rule,)
    assert blocked(Match(a_volunteer(**told | instead), moment)) == ()


def test_a_full_moment_is_shown_to_nobody():
    assert blocked(Match(a_volunteer(), a_moment(taken=10))) == ("room",)


def test_every_rule_is_shown_to_stop_something():
    assert {rule for _told, _asked, rule, _instead in STOPS} | {"room"} == set(RULES)


def test_what_ends_when_the_other_begins_is_not_at_the_same_time():
    before, after = (NOON - TWO_HOURS, NOON), (NOON + TWO_HOURS, NOON + 2 * TWO_HOURS)

    assert blocked(Match(a_volunteer(busy=(before, after)), a_moment())) == ()


def test_who_told_nothing_can_do_everything():
    assert blocked(Match(a_volunteer(neighbourhood=None, district=None), a_moment())) == ()
