"""What was settled of a question is no part of what is left of it, nor are its hours."""

from dataclasses import replace

from app.matching.engine.choices import lines_of
from app.matching.engine.fingerprint import fingerprint
from app.matching.engine.problem import Problem
from app.matching.engine.remainder import remainder
from app.matching.engine.score import load_of
from matching.engine.rounds import a_round


def as_asked(asked: list[int], free: list[int]) -> Problem:
    """Return a round whose load is that of its supplies, as the portal asks it."""
    question = a_round(asked, free)
    return replace(question, context=replace(question.context, load=load_of(question.supplies)))


def test_with_nothing_settled_it_is_the_same_question() -> None:
    question = as_asked([4, 5, 6], [10, 7])

    assert fingerprint(remainder(question, {})) == fingerprint(question)


def test_a_settled_line_goes_with_its_hours_and_the_load_they_are() -> None:
    question = as_asked([4, 5, 6], [10, 7])

    left = remainder(question, {1: "offer:1", 2: None, 99: "offer:2"})

    assert set(lines_of(left)) == {3}
    assert {one.id: one.free_hours for one in left.supplies} == {"offer:1": 6, "offer:2": 7}
    assert left.context.load == load_of(left.supplies) != question.context.load
    assert left.context.support_received.keys() <= {one.neighbourhood for one in left.requests}
