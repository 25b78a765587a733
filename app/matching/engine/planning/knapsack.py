"""Fill one supply as well as possible: a small knapsack over several periods, exact where that is cheap.

With a price on its hours every item has a reduced value: what it gives minus what its hours cost. Take
all items with a positive one and sell every hour, and nothing could be better: the ceiling. A choice
against a reduced value loses at least that much of it. So what would lose more than a known filling is
away from the ceiling is settled, and only the rest is searched, by dynamic programming over the hours
that are left (Pisinger 1997 gives the idea of such a core).
"""

from dataclasses import dataclass

import numpy as np

from app.matching.engine.planning.problem import Mask, Whole

Cells = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Filling:
    """A choice of items that fits, and what no choice can exceed; equal when it is the best."""

    chosen: Mask  # of each item
    value: int
    bound: int
    reduced: Whole  # of each item
    ceiling: int  # what the prices alone promise; no less than the bound
    cells: int  # looked at


def fill(
    use: Whole, room: Whole, profit: Whole, prices: Whole, start: Mask, most_cells: int
) -> Filling:
    """Return a choice of items and its bound, in whole numbers without rounding.

    ``use`` is items x periods and ``room`` and ``prices`` have a number for each period; no item is
    larger than the room. ``profit`` is what each item gives, of any sign; ``prices`` (at least 0) only
    steer: any are right. ``start`` is a choice that fits. A search that would look at more than
    ``most_cells`` cells is not done: the best quick choice stays, with the ceiling as its bound.
    """
    reduced = profit - (use * prices).sum(axis=1)
    ceiling = int((room * prices).sum() + np.maximum(reduced, 0).sum())
    chosen = _quick(use, room, profit, reduced, start & (profit > 0))
    value = int(profit[chosen].sum())
    spare = ceiling - value
    if spare == 0:
        return Filling(chosen, value, value, reduced, ceiling, 0)
    sure = reduced >= spare
    left = room - use[sure].sum(axis=0)
    if (left < 0).any():
        return Filling(chosen, value, value, reduced, ceiling, 0)
    core = np.flatnonzero((np.abs(reduced) < spare) & (profit > 0) & (use <= left).all(axis=1))
    shape, takes = _grid(left, use[core])
    cells = len(core) * int(np.prod(np.array(shape, float)))
    if cells > most_cells:
        return Filling(chosen, value, ceiling, reduced, ceiling, 0)
    best, taken = _search(shape, takes, profit[core].tolist())
    best += int(profit[sure].sum())
    if best > value:
        value, chosen = best, sure
        chosen[core[taken]] = True
    return Filling(chosen, value, value, reduced, ceiling, cells)


def _quick(use: Whole, room: Whole, profit: Whole, reduced: Whole, start: Mask) -> Mask:
    """Return the better of ``start`` and taking what fits by reduced value, the highest first."""
    worth = np.flatnonzero(profit > 0)
    worth = worth[np.argsort(-reduced[worth], kind="stable")]
    free = room.tolist()
    some = []
    for item, takes in zip(worth.tolist(), use[worth].tolist(), strict=True):
        if all(map(int.__le__, takes, free)):
            free = list(map(int.__sub__, free, takes))
            some.append(item)
    if profit[some].sum() <= profit[start].sum():
        return start
    chosen = np.zeros(len(profit), np.bool_)
    chosen[some] = True
    return chosen


def _grid(left: Whole, use: Whole) -> tuple[Cells, list[Cells]]:
    """Return the sizes of a table over what can be left in each period, and what each item takes."""
    unit = np.maximum(np.gcd.reduce(use, axis=0, initial=0), 1)
    room = np.minimum(left, use.sum(axis=0)) // unit
    return tuple((room + 1).tolist()), [tuple(each) for each in (use // unit).tolist()]


def _search(shape: Cells, use: list[Cells], profit: list[int]) -> tuple[int, list[int]]:
    """Return the most profit, and the items that give it, by a table over all that can be left."""
    best = np.zeros(shape, np.int64)
    better: list[Mask] = []
    for takes, gives in zip(use, profit, strict=True):
        after = tuple(slice(each, None) for each in takes)
        before = tuple(slice(None, size - each) for size, each in zip(shape, takes, strict=True))
        with_it = best[before] + gives
        better.append(with_it > best[after])
        np.maximum(best[after], with_it, out=best[after])
    taken = []
    left = tuple(size - 1 for size in shape)
    most = int(best[left])
    for item in range(len(use) - 1, -1, -1):
        rest = tuple(have - each for have, each in zip(left, use[item], strict=True))
        if min(rest, default=0) >= 0 and better[item][rest]:
            taken.append(item)
            left = rest
    return most, taken
