"""What is different between a question as it was asked and the same question asked now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.matching.engine.choices import lines_of, supplies_of
from app.matching.engine.problem import Problem


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference. ``key`` is the id of a line or supply, or the code of a neighbourhood.

    ``line_gone``, ``line_new``, ``line``: a need. ``supply_gone``, ``supply_new``, ``hours`` (free
    now and before), ``supply`` (anything else of it). ``received``: help in a neighbourhood.
    """

    code: str
    key: int | str
    before: int = 0
    now: int = 0


def changes(before: Problem, now: Problem) -> tuple[Changed, ...]:
    """Return every difference that can change a plan, in published order.

    Two questions with the same fingerprint have none.
    """
    return (*_of_lines(before, now), *_of_supplies(before, now), *_of_context(before, now))


def _of_lines(before: Problem, now: Problem) -> Iterator[Changed]:
    old, new = lines_of(before), lines_of(now)
    for line_id in sorted(old.keys() | new.keys()):
        if line_id not in new:
            yield Changed("line_gone", line_id)
        elif line_id not in old:
            yield Changed("line_new", line_id)
        else:
            (was, line), (is_now, same) = old[line_id], new[line_id]
            if line != same or replace(was, lines=()) != replace(is_now, lines=()):
                yield Changed("line", line_id)


def _of_supplies(before: Problem, now: Problem) -> Iterator[Changed]:
    old, new = supplies_of(before), supplies_of(now)
    for supply_id in supplies_of(replace(now, supplies=tuple({**old, **new}.values()))):
        if supply_id not in new:
            yield Changed("supply_gone", supply_id)
        elif supply_id not in old:
            yield Changed("supply_new", supply_id)
        elif old[supply_id] != new[supply_id]:
            free, left = old[supply_id].free_hours or 0, new[supply_id].free_hours or 0
            yield Changed("hours" if free != left else "supply", supply_id, free, left)


def _of_context(before: Problem, now: Problem) -> Iterator[Changed]:
    old, new = before.context.support_received, now.context.support_received
    for code in sorted(old.keys() | new.keys()):
        if (was := old.get(code, 0)) != (times := new.get(code, 0)):
            yield Changed("received", code, was, times)
