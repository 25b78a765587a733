"""Take a question apart where nothing links the parts: each can be solved on its own."""

import numpy as np

from app.matching.engine.planning.problem import Problem, Whole


def components(problem: Problem) -> list[Whole]:
    """Return the pairs of each part, ascending; the parts in the order of their first pair.

    Two pairs are in one part when they share a line or a supply. O(pairs x rounds), and the rounds
    are about the logarithm of the longest chain.
    """
    lines, supplies = len(problem.line_ids), len(problem.supply_ids)
    label = np.arange(lines + supplies)
    while True:
        before = label.copy()
        lowest = np.minimum(label[problem.line], label[lines + problem.supply])
        np.minimum.at(label, problem.line, lowest)
        np.minimum.at(label, lines + problem.supply, lowest)
        label = label[label]
        if (label == before).all():
            break
    part_of = label[problem.line]
    order = np.argsort(part_of, kind="stable")
    edges = np.flatnonzero(np.diff(part_of[order])) + 1
    return [part for part in np.split(order, edges) if len(part)]


def part(problem: Problem, pairs: Whole) -> Problem:
    """Return the question of these pairs (ascending) only, with the lines and supplies they name.

    A supply keeps no more room than is asked of it, so that endless room does not make numbers large.
    """
    lines, line = np.unique(problem.line[pairs], return_inverse=True)
    supplies, supply = np.unique(problem.supply[pairs], return_inverse=True)
    asked = np.zeros((len(supplies), problem.use.shape[1]), np.int64)
    np.add.at(asked, supply, problem.use[pairs])
    return Problem(
        tuple(problem.line_ids[row] for row in lines.tolist()),
        tuple(problem.supply_ids[row] for row in supplies.tolist()),
        np.minimum(problem.capacity[supplies], asked),
        line,
        supply,
        problem.value[pairs],
        problem.use[pairs],
    )
