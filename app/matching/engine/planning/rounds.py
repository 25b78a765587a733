"""Plan a whole round: pins are fixed and vetoes dropped first, what is left is for the solver."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from app.matching.engine import choices as deciding
from app.matching.engine import eligibility
from app.matching.engine.choices import Choices, Match
from app.matching.engine.planning import milp
from app.matching.engine.planning.market import Effort
from app.matching.engine.planning.outcome import Outcome, PlannedLine
from app.matching.engine.planning.problem import Problem, ask
from app.matching.engine.planning.solve import solve
from app.matching.engine.planning.verify import verify
from app.matching.engine.planning.work import Work
from app.matching.engine.problem import Pair, order_of
from app.matching.engine.problem import Problem as Question
from app.matching.engine.results import Part
from app.matching.engine.score import score
from app.matching.engine.weights import WEIGHTS, Weights

Scores = dict[Match, tuple[Part, ...]]

# Some seconds for 300 lines and 30 supplies, where lines are much alike and HiGHS alone takes minutes.
WORK = Work(
    request_prices=Effort(rounds=20, quick=20, cells=2_000_000, cells_later=2_000_000),
    sweeps=10,
    sizes=(50, 100),
    neighbourhoods=30,
    others=0,
    patience=8,
    large=0,
)


def plan_round(
    question: Question,
    choices: Choices,
    *,
    weights: Weights = WEIGHTS,
    work: Work = WORK,
    go_on: Callable[[], bool] = lambda: True,
) -> Outcome:
    """Return a plan with every pin, no veto, and no more hours of a supply than it has free.

    A line needs all its hours from one supply; its value is the sum of its parts, and 1 at least.
    Raises ``ValueError`` when a pin cannot be kept: ask ``choices.faults`` first. Raises
    ``RuntimeError`` when what the solver gives does not add up.
    O(lines x supplies x rules) before the solver begins.
    """
    if found := deciding.faults(question, choices):
        raise ValueError(f"pin {found[0].match} cannot be kept: {found[0].code}")
    scores = dict(_scores(question, choices, weights))
    served = dict(choices.pins)
    problem = _left(question, choices, scores)
    solver, bound = milp.VERSION, 0
    if problem is not None:
        result = solve(problem, work, go_on)
        if wrong := verify(result, problem):
            raise RuntimeError("; ".join(wrong))
        served |= {int(line.partition(":")[2]): supply for line, supply in result.matches}
        bound = result.bound
    lines = tuple(
        _planned(line_id, line.hours, served.get(line_id), scores)
        for line_id, (_request, line) in sorted(deciding.lines_of(question).items())
    )
    pinned = sum(_worth(scores[match]) for match in choices.pins)
    return Outcome(lines, sum(line.value for line in lines), bound + pinned, solver)


def _scores(
    question: Question, choices: Choices, weights: Weights
) -> Iterator[tuple[Match, tuple[Part, ...]]]:
    """Give the parts of the value of every pair that passes the rules and is not ruled out."""
    supplies = deciding.supplies_of(question).values()
    for request in question.requests:
        for line in request.lines:
            for supply in supplies:
                pair, match = Pair(request, line, supply, question.context), (line.id, supply.id)
                if match not in choices.vetoes and not eligibility.blocked(pair):
                    yield match, score(pair, weights)


def _left(question: Question, choices: Choices, scores: Scores) -> Problem | None:
    """Return the question that the pins leave, other lines and hours; nothing when no pair is left."""
    fixed = dict(choices.pins)
    lines, supplies = deciding.lines_of(question), deciding.supplies_of(question)
    given: defaultdict[str, int] = defaultdict(int)
    for line_id, supply_id in choices.pins:
        given[supply_id] += lines[line_id][1].hours
    open_lines = sorted(line_id for line_id in lines if line_id not in fixed)
    row_of = {line_id: row for row, line_id in enumerate(open_lines)}
    column_of = {supply_id: row for row, supply_id in enumerate(supplies)}
    pairs = sorted(
        (match for match in scores if match[0] in row_of),
        key=lambda match: (match[0], order_of(match[1])),
    )
    if not pairs:
        return None
    return ask(
        [f"need:{line_id}" for line_id in open_lines],
        list(supplies),
        capacity=[[(supply.free_hours or 0) - given[supply.id]] for supply in supplies.values()],
        line=[row_of[line_id] for line_id, _ in pairs],
        supply=[column_of[supply_id] for _, supply_id in pairs],
        value=[_worth(scores[match]) for match in pairs],
        use=[[lines[line_id][1].hours] for line_id, _ in pairs],
    )


def _planned(line_id: int, hours: int, supply_id: str | None, scores: Scores) -> PlannedLine:
    if supply_id is None:
        return PlannedLine(line_id, None, hours, 0)
    parts = scores[line_id, supply_id]
    return PlannedLine(line_id, supply_id, hours, _worth(parts), parts)


def _worth(parts: tuple[Part, ...]) -> int:
    """Return what a line adds to a plan: its points, and something when it has none."""
    return max(1, sum(part.points for part in parts))
