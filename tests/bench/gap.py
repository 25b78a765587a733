"""Read public instances of the generalised assignment problem as questions for the engine."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.matching.engine.planning.problem import Problem, ask

DEAR = 10  # placing a job is worth this many of the dearest one


@dataclass(frozen=True)
class Instance:
    """A problem in which every job has to be placed, at the lowest cost."""

    name: str
    best_known: int
    problem: Problem
    reward: int  # of placing a job, in value

    def cost(self, value: int) -> int:
        """Return the cost of a plan that places every job and has this value; so also for a bound."""
        return len(self.problem.line_ids) * self.reward - value


def instances(folder: Path) -> Iterator[Instance]:
    """Read every instance of ``best_known.csv`` in OR-Library format."""
    with (folder / "best_known.csv").open() as listing:
        for row in csv.DictReader(listing):
            yield _read(folder, row["name"], int(row["best_known"]))


def _read(folder: Path, name: str, best_known: int) -> Instance:
    numbers = np.array((folder / name).read_text().split(), np.int64)
    agents, jobs = int(numbers[0]), int(numbers[1])
    size = agents * jobs
    cost = numbers[2 : 2 + size].reshape(agents, jobs)
    use = numbers[2 + size : 2 + 2 * size].reshape(agents, jobs)
    capacity = numbers[2 + 2 * size : 2 + 2 * size + agents]
    reward = int(cost.max()) * DEAR
    agent, job = np.nonzero(use <= capacity[:, None])
    problem = ask(
        [f"job:{number}" for number in range(1, jobs + 1)],
        [f"agent:{number}" for number in range(1, agents + 1)],
        capacity=capacity[:, None],
        line=job,
        supply=agent,
        value=reward - cost[agent, job],
        use=use[agent, job][:, None],
    )
    return Instance(name, best_known, problem, reward)
