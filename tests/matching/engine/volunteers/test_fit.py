"""A handful of tasks for a volunteer, and whom to ask for a task."""

from datetime import timedelta
from random import Random

import pytest

from app.matching.engine.volunteers.eligibility import blocked
from app.matching.engine.volunteers.fit import tasks_for, volunteers_for, why
from app.matching.engine.volunteers.problem import Match, Volunteer
from matching.engine.volunteers.people import (
    NOON,
    a_moment,
    a_volunteer,
    random_moment,
    random_volunteer,
    some,
)


def chosen(fits):
    return [fit.match.moment.id for fit in fits]


def test_a_task_stands_there_once_with_its_best_moment():
    full, empty = a_moment(1, taken=9), a_moment(2, task=1, taken=0)
    other = a_moment(3, taken=5)

    assert chosen(tasks_for(a_volunteer(), [full, empty, other], 5)) == [2, 3]


def test_an_easy_task_comes_first_for_who_never_helped_and_the_soonest_for_who_did():
    easy, other = a_moment(2, is_easy=True, starts_at=NOON + timedelta(hours=1)), a_moment(1)

    assert chosen(tasks_for(a_volunteer(has_helped=False), [easy, other], 5)) == [2, 1]
    assert chosen(tasks_for(a_volunteer(), [easy, other], 5)) == [1, 2]


def test_a_task_that_fills_up_makes_room_for_another():
    assert chosen(tasks_for(a_volunteer(), [a_moment(1, taken=8), a_moment(2)], 1)) == [2]


def test_the_reasons_stand_by_points_and_name_what_was_told():
    volunteer = a_volunteer(likes=some("green"), days=some("tu"), has_helped=False)
    (fit,) = tasks_for(volunteer, [a_moment(is_easy=True)], 5)

    assert [(reason.code, reason.facts) for reason in why(fit)] == [
        ("likes", {"has": ("green",)}),
        ("nearness", {"distance": "neighbourhood"}),
        ("time", {"day": "tu", "parts": ()}),
        ("first_time", {}),
        ("room", {}),
    ]


def test_only_who_named_the_work_is_asked_and_who_was_asked_longest_ago_comes_first():
    never = [a_volunteer(9, likes=some("green")), a_volunteer(4, likes=some("green"))]
    long_ago, lately = (
        a_volunteer(n, learns=some("green"), asked_at=NOON - timedelta(days=days))
        for n, days in ((7, 60), (1, 8))
    )
    nothing, something_else = a_volunteer(2), a_volunteer(3, likes=some("food"))
    people = [*never, lately, long_ago, nothing, something_else]

    assert volunteers_for([a_moment(teaches=True)], people) == (4, 9, 7, 1)


def test_nobody_is_asked_for_a_moment_that_does_not_fit():
    elsewhere = a_volunteer(1, likes=some("green"), days=some("mo"))

    assert volunteers_for([a_moment()], [elsewhere]) == ()
    assert volunteers_for([a_moment(), a_moment(2, task=1, day="mo")], [elsewhere]) == (1,)


@pytest.mark.parametrize("seed", range(20))
def test_any_order_of_rows_gives_the_same_answer_and_nothing_that_a_rule_stops(seed):
    random = Random(seed)
    moments = [random_moment(random, n) for n in range(40)]
    people = [random_volunteer(random, n) for n in range(40)]
    found = tasks_for(people[0], moments, 5)
    asked = volunteers_for(moments[:3], people)
    shuffled = random.sample(moments, len(moments))

    assert tasks_for(people[0], shuffled, 5) == found
    assert volunteers_for(moments[2::-1], random.sample(people, len(people))) == asked
    assert all(blocked(fit.match) == () for fit in found)
    fitting = {m.task for m in moments if not blocked(Match(people[0], m))}
    assert len(found) == min(5, len(fitting))


def test_two_moments_with_one_number_are_no_question():
    with pytest.raises(ValueError, match="occurs twice"):
        tasks_for(a_volunteer(), [a_moment(), a_moment()], 5)


def test_a_reach_that_does_not_exist_is_no_wish():
    with pytest.raises(ValueError, match="no reach"):
        Volunteer(id=1, reach="moon")
