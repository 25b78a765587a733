"""What is left of a question when some of its lines are settled: the other lines, and hours less."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from app.matching.engine.choices import lines_of
from app.matching.engine.problem import Problem
from app.matching.engine.score import load_of


def remainder(question: Problem, settled: Mapping[int, str | None]) -> Problem:
    """Return the question without the ``settled`` lines and the hours that they got.

    ``settled`` has by line the supply that serves it, ``None`` for none; lines that are no part of
    the question are left alone. With nothing settled it is the same question. O(lines + supplies).
    """
    lines = lines_of(question)
    given: Counter[str] = Counter()
    for line_id, supply_id in settled.items():
        if supply_id is not None and line_id in lines:
            given[supply_id] += lines[line_id][1].hours
    supplies = tuple(
        replace(one, free_hours=(one.free_hours or 0) - given[one.id]) if given[one.id] else one
        for one in question.supplies
    )
    left = (
        replace(one, lines=tuple(line for line in one.lines if line.id not in settled))
        for one in question.requests
    )
    requests = tuple(one for one in left if one.lines)
    places = {one.neighbourhood for one in requests}
    received = question.context.support_received
    context = replace(
        question.context,
        support_received={code: times for code, times in received.items() if code in places},
        load=load_of(supplies),
    )
    return Problem(requests, supplies, context)
