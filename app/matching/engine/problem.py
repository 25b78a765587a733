"""The question put to the engine, as values: what is asked, what is on offer, what went before.

Ids of supplies and providers are texts such as ``offer:12``, because they come from several tables.
A number that is ``None`` is not counted for that supply, and so never stops it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.matching.engine import checks


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One need of a support request."""

    id: int
    kind: str  # money, materials, space, permission, works, communication, introduction, ...
    expertise: str = ""  # must be there
    welcome: frozenset[str] = frozenset()  # expertise that helps, but need not be there
    hours: int = 0
    cents: int = 0
    pieces: int = 0
    starts_on: date | None = None
    ends_on: date | None = None
    language: str = ""
    declined: frozenset[str] = frozenset()  # ids of supplies that already said no

    def __post_init__(self) -> None:
        checks.whole("Line.hours", self.hours)
        checks.whole("Line.cents", self.cents)
        checks.whole("Line.pieces", self.pieces)
        checks.period("Line", self.starts_on, self.ends_on)

    @property
    def topics(self) -> frozenset[str]:
        """Every expertise the need names, needed or welcome."""
        return self.welcome | {self.expertise} if self.expertise else self.welcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One support request of one initiative. It tells nothing about who the residents are."""

    id: int
    initiative_id: int
    neighbourhood: str
    district: str
    own_areas: frozenset[str] = frozenset()  # areas that the municipality drew itself
    themes: frozenset[str] = frozenset()
    submitted_on: date
    wanted_by: date | None = None
    goal_ids: frozenset[int] = frozenset()  # goals of the district it contributes to
    meets: frozenset[str] = frozenset()  # conditions it already fulfils
    initiator_organisation_ids: frozenset[int] = frozenset()
    lines: tuple[Line, ...]

    def __post_init__(self) -> None:
        checks.day("Request.submitted_on", self.submitted_on)
        checks.day("Request.wanted_by", self.wanted_by)
        checks.unique("Line.id", [line.id for line in self.lines])


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Something that could answer a need: hours of a team, a pot, a room, things, advice."""

    id: str
    kinds: frozenset[str]
    provider_id: str
    organisation_ids: frozenset[int] = frozenset()  # the organisations behind the provider
    areas: frozenset[str] | None = None  # codes it works in; None: the whole municipality
    expertise: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    starts_on: date | None = None
    ends_on: date | None = None
    total_hours: int | None = None
    free_hours: int | None = None
    free_cents: int | None = None
    max_cents: int | None = None  # the most that one request may get
    pieces: int | None = None
    has_legal_basis: bool = True
    withdrawn: bool = False
    conditions: frozenset[str] = frozenset()  # what a request must meet first
    knows: frozenset[int] = frozenset()  # initiatives the provider already worked with
    themes: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for name in ("total_hours", "free_hours", "free_cents", "max_cents", "pieces"):
            checks.whole_or_uncounted(f"Supply.{name}", getattr(self, name))
        checks.period("Supply", self.starts_on, self.ends_on)
        if (self.total_hours is None) != (self.free_hours is None):
            raise ValueError("Supply.total_hours and Supply.free_hours are counted together")
        if (self.free_hours or 0) > (self.total_hours or 0):
            raise ValueError("Supply.free_hours is more than Supply.total_hours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What went before: it makes room for who had little, and spares who has much to do."""

    today: date
    support_received: Mapping[str, int] = field(default_factory=dict)  # by neighbourhood code
    load: Mapping[str, int] = field(default_factory=dict)  # by provider id, promised in thousandths

    def __post_init__(self) -> None:
        checks.day("Context.today", self.today)
        for code, times in self.support_received.items():
            checks.whole(f"Context.support_received[{code}]", times)
        for provider_id, share in self.load.items():
            checks.whole(f"Context.load[{provider_id}]", share)


class Pair(NamedTuple):
    """One need beside one supply: all that a rule or a part of the value may look at."""

    request: Request
    line: Line
    supply: Supply
    context: Context


@dataclass(frozen=True, slots=True)
class Problem:
    """A whole question: one request now, the requests of a round later."""

    requests: tuple[Request, ...]
    supplies: tuple[Supply, ...]
    context: Context

    def __post_init__(self) -> None:
        checks.unique("Request.id", [request.id for request in self.requests])
        checks.unique("Supply.id", [supply.id for supply in self.supplies])


def order_of(key: str) -> tuple[str, int, str]:
    """Return the published order of ids: ``offer:2`` comes before ``offer:12``."""
    stem = key.rstrip("0123456789")
    return stem, int(key[len(stem) :] or "-1"), key
