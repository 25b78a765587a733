"""How much each part of a match counts: the one published table.

Nothing here, and no field of the question, is about origin, income, religion or age of residents,
or about how many people endorse a plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.matching.engine import checks


class Weight(NamedTuple):
    """One row of the table; all rows together make 1000."""

    part: str
    thousandths: int
    reason: str


TABLE = (
    Weight("expertise", 250, "Help works when the helper knows the subject that is asked about."),
    Weight("nearness", 150, "Who works in this district only, knows its people and places."),
    Weight("knows", 150, "Trust that is there already should not have to be built again."),
    Weight("theme", 100, "A supply made for this theme fits better than one for everything."),
    Weight("urgency", 100, "A plan with a date needs who can start in time; the nearer, the more."),
    Weight("spread", 100, "Collective hours are scarce: spare the teams that promised most."),
    Weight("goal", 75, "Residents and municipality agreed on the goals of the district."),
    Weight(
        "first_support", 75, "A neighbourhood that had little help comes before one that had much."
    ),
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a run, with the name under which they are published."""

    version: str
    thousandths: Mapping[str, int]

    def __post_init__(self) -> None:
        for part, weight in self.thousandths.items():
            checks.whole(f"Weights.{part}", weight)


WEIGHTS = Weights("2026.1", {weight.part: weight.thousandths for weight in TABLE})
