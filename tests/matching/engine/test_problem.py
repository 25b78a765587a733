"""The values of a question."""

from dataclasses import fields

import pytest

from app.matching.engine.problem import Context, Line, Request, Supply, order_of
from matching.engine.worlds import a_line

NEVER = {
    "age",
    "birth",
    "client",
    "endorsements",
    "ethnicity",
    "gender",
    "health",
    "income",
    "name",
    "nationality",
    "origin",
    "religion",
    "votes",
}


def test_ids_stand_in_the_order_a_person_counts():
    ids = ["offer:12", "offer", "facility:3", "offer:2", "offer:02", ""]

    assert sorted(ids, key=order_of) == [
        "",
        "facility:3",
        "offer",
        "offer:02",
        "offer:2",
        "offer:12",
    ]


@pytest.mark.parametrize("value", [Line, Request, Supply, Context])
def test_no_field_is_about_who_residents_are_or_how_many_endorse(value):
    words = {word for field in fields(value) for word in field.name.split("_")}

    assert words & NEVER == set()


@pytest.mark.parametrize(
    ("expertise", "welcome", "topics"),
    [
        ("", set(), set()),
        ("loneliness", set(), {"loneliness"}),
        ("", {"exercise"}, {"exercise"}),
        ("loneliness", {"loneliness", "exercise"}, {"loneliness", "exercise"}),
    ],
)
def test_topics_are_needed_and_welcome_expertise_together(expertise, welcome, topics):
    assert a_line(expertise=expertise, welcome=frozenset(welcome)).topics == topics
