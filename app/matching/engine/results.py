"""The answer of the engine, as values: ranked places, what was left out, and what nobody can give."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One addend of a value: which share of its weight it earned. Both in thousandths."""

    code: str
    share: int
    points: int


@dataclass(frozen=True, slots=True)
class Place:
    """A supply that passes every rule. ``value`` is the sum of its points, 0-1000."""

    rank: int
    supply_id: str
    value: int
    load: int  # of the provider's hours already promised, in thousandths
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A supply that cannot answer, with every rule that stops it, each tested alone."""

    supply_id: str
    blocked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Why nobody can answer a line."""

    supplies: int
    of_kind: int  # supplies that do offer this kind of support
    if_dropped: tuple[tuple[str, int], ...]  # rule, supplies stopped by that rule alone


@dataclass(frozen=True, slots=True)
class LineSuggestion:
    """The answer for one need. ``gap`` is there exactly when there are no places."""

    line_id: int
    places: tuple[Place, ...]
    left_out: tuple[LeftOut, ...]
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The answer for one request. A person decides; this only proposes."""

    request_id: int
    rules_version: str
    weights_version: str
    lines: tuple[LineSuggestion, ...]
