"""A plan for a round, with what proves how good it is and what it took to make."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The work that was done."""

    rounds: int = 0  # of request prices
    sweeps: int = 0
    cells: int = 0  # of knapsacks
    neighbourhoods: int = 0
    nodes: int = 0  # of HiGHS
    checks: int = 0  # moments at which HiGHS asked whether to go on

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            rounds=self.rounds + other.rounds,
            sweeps=self.sweeps + other.sweeps,
            cells=self.cells + other.cells,
            neighbourhoods=self.neighbourhoods + other.neighbourhoods,
            nodes=self.nodes + other.nodes,
            checks=self.checks + other.checks,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Which supply serves which line. No plan is worth more than ``bound``."""

    fingerprint: str  # of the question
    solver: str
    matches: tuple[tuple[str, str], ...]  # ids of line and supply, by line in published order
    value: int
    bound: int
    counts: Counts

    @property
    def is_optimal(self) -> bool:
        """No plan is worth more."""
        return self.value == self.bound

    @property
    def gap_pct(self) -> float:
        """How far below its bound the plan is at most, in per cent."""
        return 100 * (self.bound - self.value) / self.bound if self.bound else 0.0
