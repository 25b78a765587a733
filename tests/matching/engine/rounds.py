"""Rounds for the engine: some lines that ask for hours, some teams that have them."""

from collections.abc import Iterator
from itertools import product
from random import Random

from app.matching.engine.choices import Choices
from app.matching.engine.eligibility import blocked
from app.matching.engine.problem import Pair, Problem
from app.matching.engine.score import score
from app.matching.engine.weights import WEIGHTS
from matching.engine.worlds import HERE, TODAY, TOPICS, a_context, a_line, a_request, a_supply


def a_round(asked: list[int], free: list[int], **changes: object) -> Problem:
    """Return a line for each of ``asked`` hours and a supply for each of ``free`` hours; all fit."""
    requests = [
        a_request(a_line(id=number, hours=hours), id=number, initiative_id=number)
        for number, hours in enumerate(asked, 1)
    ]
    supplies = [
        a_supply(f"offer:{number}", total_hours=hours, free_hours=hours, areas=frozenset({HERE}))
        for number, hours in enumerate(free, 1)
    ]
    return Problem(tuple(requests), tuple(supplies), a_context(**changes))


def random_rounds(count: int = 60) -> Iterator[tuple[Problem, Choices]]:
    """Return rounds small enough to try everything, with a pin that can be kept and a veto."""
    for seed in range(count):
        random = Random(seed)
        requests = tuple(
            a_request(
                a_line(
                    id=number,
                    hours=random.randrange(1, 9),
                    expertise=random.choice(["", *TOPICS[:2]]),
                ),
                id=number,
                neighbourhood=random.choice(["BU1", "BU2"]),
                wanted_by=random.choice([None, TODAY]),
            )
            for number in range(1, random.randrange(1, 6))
        )
        supplies = tuple(
            a_supply(
                f"offer:{number}",
                expertise=frozenset(random.sample(TOPICS[:2], random.randrange(3))),
                areas=random.choice([None, frozenset({HERE}), frozenset({HERE, "WK2"})]),
                total_hours=12,
                free_hours=random.randrange(13),
            )
            for number in range(1, random.randrange(1, 4))
        )
        question = Problem(requests, supplies, a_context(support_received={"BU1": 1}))
        fitting = sorted(worth(question))
        random.shuffle(fitting)
        yield question, Choices(frozenset(fitting[:1]), frozenset(fitting[1:2]))


def worth(question: Problem) -> dict[tuple[int, str], int]:
    """Return what every pair that passes the rules is worth."""
    return {
        (line.id, supply.id): sum(part.points for part in score(pair, WEIGHTS)) or 1
        for request in question.requests
        for line in request.lines
        for supply in question.supplies
        if not blocked(pair := Pair(request, line, supply, question.context))
    }


def best(question: Problem, choices: Choices) -> int:
    """Return what the best plan is worth, by trying all of them."""
    values = worth(question)
    hours = {line.id: line.hours for request in question.requests for line in request.lines}
    room = {supply.id: supply.free_hours or 0 for supply in question.supplies}
    pinned, found = dict(choices.pins), 0
    for plan in product([None, *room], repeat=len(hours)):
        given = {line: supply for line, supply in zip(hours, plan, strict=True) if supply}
        used = {one: sum(hours[line] for line in given if given[line] == one) for one in room}
        if (
            all(given.get(line) == supply for line, supply in pinned.items())
            and choices.vetoes.isdisjoint(given.items())
            and values.keys() >= set(given.items())
            and all(used[one] <= room[one] for one in room)
        ):
            found = max(found, sum(values[pair] for pair in given.items()))
    return found
