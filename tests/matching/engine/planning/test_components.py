"""Parts that nothing links are solved apart."""

from hypothesis import given, settings

from app.matching.engine.planning.components import components, part
from matching.engine.planning.rounds import Rows, best_by_trying, some_rows

APART = Rows(
    4,
    ((5,), (5,), (5,)),
    ((0, 0, 1, (1,)), (1, 0, 1, (1,)), (2, 1, 1, (1,)), (2, 2, 1, (1,)), (3, 0, 1, (1,))),
)


def test_lines_that_share_a_supply_stay_together():
    assert [pairs.tolist() for pairs in components(APART.problem())] == [[0, 1, 4], [2, 3]]


def test_a_part_has_only_its_own_lines_and_supplies():
    problem = APART.problem()

    second = part(problem, components(problem)[1])

    assert second.line_ids == ("line:2",)
    assert second.supply_ids == ("supply:1", "supply:2")
    assert second.supply.tolist() == [0, 1]
    assert second.capacity.tolist() == [[1], [1]]


def test_a_long_chain_is_one_part():
    chain = tuple((line, line + step, 1, (1,)) for line in range(200) for step in (0, 1))

    assert len(components(Rows(200, ((5,),) * 201, chain).problem())) == 1


@settings(deadline=None, max_examples=40)
@given(some_rows())
def test_the_parts_together_are_worth_the_whole(rows):
    problem = rows.problem()
    parts = [part(problem, pairs) for pairs in components(problem)]

    assert sum(each.pairs for each in parts) == problem.pairs
    assert sum(map(best_by_trying, parts)) == best_by_trying(problem)
