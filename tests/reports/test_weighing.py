"""What reports weigh together, and when they are a burst."""

from datetime import timedelta

import pytest

from app.core import clock
from app.reports.models import FULL_WEIGHT, ContentReport, Topic
from app.reports.weighing import Pile, piles_of, weight_of


def one(
    number: int = 1,
    *,
    weight: int = 100,
    young: bool = False,
    topic: Topic = Topic.SPAM,
    later: int = 0,
    about: int = 1,
) -> ContentReport:
    """Return a report that was made so many minutes later."""
    return ContentReport(
        id=number,
        subject_type="questions",
        subject_id=about,
        user_id=number,
        weight=weight,
        is_young=young,
        topic=topic,
        created_at=clock.now() + timedelta(minutes=later),
    )


@pytest.mark.parametrize(
    ("right", "checked", "weight"), [(0, 0, 100), (1, 1, 133), (9, 9, 181), (0, 1, 66), (0, 8, 20)]
)
def test_who_was_right_before_weighs_more(right: int, checked: int, weight: int) -> None:
    assert weight_of(right, checked) == weight


def test_thirty_new_accounts_weigh_no_more_than_one() -> None:
    crowd = [one(number, young=True) for number in range(1, 31)]

    assert Pile(crowd).weight == FULL_WEIGHT
    assert Pile([*crowd, one(31, weight=133)]).weight == FULL_WEIGHT + 133
    assert Pile(crowd).young == 30


def test_a_visitor_weighs_nothing_before_the_address_is_confirmed_and_little_after() -> None:
    visitor = one(young=True)
    visitor.user_id = None

    assert (Pile([visitor]).weight, Pile([visitor]).visitors) == (0, 1)
    visitor.confirmed_at = clock.now()
    assert Pile([visitor, *(one(number, young=True) for number in range(2, 9))]).weight == 100


def test_the_heaviest_comes_first_and_of_equals_who_waits_longest() -> None:
    light, early, late = one(1, weight=60), one(2, about=2, later=-5), one(3, about=3, later=5)

    assert [pile.first for pile in piles_of([light, late, early])] == [early, late, light]


def test_ten_in_an_hour_are_a_burst_and_ten_in_a_day_are_not() -> None:
    assert Pile([one(number, later=number) for number in range(12)]).burst == 12
    assert Pile([one(number, later=40 * number) for number in range(12)]).burst == 0


def test_topics_are_counted() -> None:
    pile = Pile([one(1), one(2, topic=Topic.UNKIND), one(3, topic=Topic.UNKIND)])

    assert list(pile.topics.items()) == [(Topic.UNKIND, 2), (Topic.SPAM, 1)]
