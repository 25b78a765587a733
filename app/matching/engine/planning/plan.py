"""Build a plan and improve it; it keeps every limit at every moment."""

import numpy as np

from app.matching.engine.planning.problem import Problem, Whole

NOBODY = -1


class Plan:
    """Which pair serves each line, and the hours that are left. It changes in place."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.pair_of = np.full(len(problem.line_ids), NOBODY, np.int64)
        self.free = problem.capacity.copy()

    @property
    def chosen(self) -> Whole:
        """The pairs of the plan, ascending."""
        return np.sort(self.pair_of[self.pair_of >= 0])

    @property
    def value(self) -> int:
        """What the plan is worth, in thousandths."""
        return int(self.problem.value[self.pair_of[self.pair_of >= 0]].sum())

    def take(self, pairs: Whole) -> None:
        """Let these pairs serve their lines, which nobody serves yet."""
        np.subtract.at(self.free, self.problem.supply[pairs], self.problem.use[pairs])
        self.pair_of[self.problem.line[pairs]] = pairs

    def drop(self, pairs: Whole) -> None:
        """Let nobody serve the lines of these pairs."""
        np.add.at(self.free, self.problem.supply[pairs], self.problem.use[pairs])
        self.pair_of[self.problem.line[pairs]] = NOBODY

    def copy(self) -> "Plan":
        """Return a plan of its own with the same pairs."""
        other = Plan(self.problem)
        other.pair_of, other.free = self.pair_of.copy(), self.free.copy()
        return other


def greedy(problem: Problem, worth: Whole) -> Plan:
    """Serve lines one by one, the pair with the highest ``worth`` that still fits first.

    Equal pairs come in published order. O(pairs x (log pairs + periods)).
    """
    plan = Plan(problem)
    order = np.argsort(-worth, kind="stable")
    line, supply, use = (array.tolist() for array in (problem.line, problem.supply, problem.use))
    free = plan.free.tolist()
    served = [False] * len(problem.line_ids)
    chosen = []
    for pair in order.tolist():
        left, asked = free[supply[pair]], use[pair]
        if not served[line[pair]] and all(map(int.__le__, asked, left)):
            served[line[pair]] = True
            free[supply[pair]] = [have - takes for have, takes in zip(left, asked, strict=True)]
            chosen.append(pair)
    plan.take(np.array(chosen, np.int64))
    return plan
