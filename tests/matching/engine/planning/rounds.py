"""Questions of a round for tests: small ones to read, random ones, and the best plan by trying all."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from hypothesis import strategies as st

from app.matching.engine.planning.problem import Problem, ask

Row = tuple[int, int, int, tuple[int, ...]]


@dataclass(frozen=True)
class Rows:
    """A question as rows that can be shuffled: pairs are (line, supply, value, use)."""

    lines: int
    capacity: tuple[tuple[int, ...], ...]
    pairs: tuple[Row, ...]

    def problem(self, order: list[int] | None = None) -> Problem:
        """Return the question, its pairs in another order of rows."""
        pairs = [self.pairs[row] for row in order] if order else list(self.pairs)
        periods = len(self.capacity[0])
        return ask(
            [f"line:{line}" for line in range(self.lines)],
            [f"supply:{supply}" for supply in range(len(self.capacity))],
            capacity=self.capacity,
            line=[pair[0] for pair in pairs],
            supply=[pair[1] for pair in pairs],
            value=[pair[2] for pair in pairs],
            use=np.array([pair[3] for pair in pairs], np.int64).reshape(len(pairs), periods),
        )


@st.composite
def some_rows(draw: st.DrawFn, lines: int = 5, supplies: int = 3, periods: int = 2) -> Rows:
    """Draw a question small enough to try everything."""
    count = draw(st.integers(0, lines))
    hours = st.tuples(*[st.integers(0, 6)] * periods)
    capacity = draw(st.lists(hours, min_size=1, max_size=supplies))
    places = st.tuples(st.integers(0, max(count - 1, 0)), st.integers(0, len(capacity) - 1))
    linked = draw(st.lists(places, unique=True, max_size=12)) if count else []
    pairs = [(*link, draw(st.integers(0, 20)), draw(hours)) for link in linked]
    return Rows(count, tuple(capacity), tuple(pairs))


def best_by_trying(problem: Problem) -> int:
    """Return what the best plan is worth, by looking at every plan."""
    options: list[list[int]] = [[-1] for _ in problem.line_ids]
    for pair, line in enumerate(problem.line.tolist()):
        options[line].append(pair)
    best = 0
    for plan in product(*options):
        pairs = np.array([pair for pair in plan if pair >= 0], np.int64)
        used = np.zeros_like(problem.capacity)
        np.add.at(used, problem.supply[pairs], problem.use[pairs])
        if (used <= problem.capacity).all():
            best = max(best, int(problem.value[pairs].sum()))
    return best


def a_round(seed: int, lines: int = 60, supplies: int = 8, periods: int = 3) -> Rows:
    """Return a random question in which hours are scarce and supplies compete."""
    chance = np.random.Generator(np.random.PCG64(seed))
    capacity = chance.integers(lines // supplies, 3 * lines // supplies, (supplies, periods))
    pairs: list[Row] = []
    for line in range(lines):
        use = tuple(chance.integers(0, 5, periods).tolist())
        rivals = chance.choice(supplies, 4, replace=False).tolist()
        pairs += [(line, supply, int(chance.integers(100, 1_000)), use) for supply in rivals]
    return Rows(lines, tuple(map(tuple, capacity.tolist())), tuple(pairs))
