"""Plans that were made with other chances are joined: what is best in each of them stays."""

from dataclasses import replace

import numpy as np

from app.matching.engine.planning.market import Effort
from app.matching.engine.planning.milp import Limits
from app.matching.engine.planning.plan import Plan
from app.matching.engine.planning.search import Search
from app.matching.engine.planning.solve import solve
from app.matching.engine.planning.work import Work
from matching.engine.planning.rounds import Rows, a_round

TWO_TEAMS = Rows(
    2,
    ((1,), (1,)),
    ((0, 0, 9, (1,)), (0, 1, 2, (1,)), (1, 0, 3, (1,)), (1, 1, 8, (1,))),
)


def _plan(problem, *pairs):
    plan = Plan(problem)
    plan.take(np.array(pairs, np.int64))
    return plan


def _search(problem, plan):
    search = Search(problem, Work(), lambda: True)
    search.plan = plan
    return search


def test_the_best_of_two_plans_stays():
    problem = TWO_TEAMS.problem()
    search = _search(problem, _plan(problem, 0))

    search.join([_plan(problem, 3)])

    assert search.plan.chosen.tolist() == [0, 3]
    assert search.plan.free.tolist() == [[0], [0]]


def test_a_pair_of_neither_plan_is_never_new():
    problem = TWO_TEAMS.problem()
    search = _search(problem, _plan(problem, 1))

    search.join([_plan(problem, 1)])

    assert search.plan.chosen.tolist() == [1]


def test_other_plans_are_made_only_where_highs_cannot_have_the_last_word():
    problem = a_round(2).problem()
    work = Work(
        small=0,
        hour_rounds=20,
        request_prices=Effort(rounds=3, quick=3, cells=1_000, cells_later=1_000),
        sweeps=2,
        sizes=(20,),
        neighbourhoods=2,
        last_try=Limits(0, 1),
    )
    alone, joined = replace(work, large=0, others=0), replace(work, large=0, others=2)

    assert solve(problem, joined).counts.sweeps == 4 * 2
    assert solve(problem, alone).counts.sweeps == 2 * 2
    assert solve(problem, replace(joined, large=problem.pairs)).counts.sweeps == 2 * 2
