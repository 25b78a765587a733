"""A plan for a round as people read it: what every line gets, and how far the plan is from the best."""

from dataclasses import dataclass

from app.matching.engine.results import Part


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """What one line gets: ``hours`` of a supply, worth the sum of its parts, or nothing."""

    line_id: int
    supply_id: str | None
    hours: int
    value: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every line of a round, by id. With these pins and vetoes no plan is worth more than ``bound``."""

    lines: tuple[PlannedLine, ...]
    value: int
    bound: int
    solver: str
