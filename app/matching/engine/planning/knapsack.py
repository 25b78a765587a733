"""Fill every supply as well as possible: small knapsacks over several periods, exact where that is cheap.

With a price on its hours every item of a supply has a reduced value: what it gives minus what its
hours cost. Take all items with a positive one and sell every hour, and nothing could be better: the
ceiling. A choice against a reduced value loses at least that much of it. So what would lose more than
a known filling is away from the ceiling is settled, and only the rest is searched, by dynamic
programming over the hours that are left (Pisinger 1997 gives the idea of such a core).
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.matching.engine.planning.problem import Mask, Whole

Cells = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """What each supply could take, by supply. Nothing in it is larger than the room of its supply."""

    supply: Whole  # of each item, ascending
    use: Whole  # items x periods
    capacity: Whole  # supplies x periods
    edges: Whole  # the items of supply s are those from edges[s] up to edges[s + 1]

    @classmethod
    def of(cls, supply: Whole, use: Whole, capacity: Whole) -> "Items":
        """Return items that are already in the order of their supplies."""
        return cls(supply, use, capacity, np.searchsorted(supply, np.arange(len(capacity) + 1)))

    def total(self, of_items: Whole) -> Whole:
        """Return the exact sum for each supply."""
        running = np.zeros((len(of_items) + 1, *of_items.shape[1:]), np.int64)
        np.cumsum(of_items, axis=0, out=running[1:])
        return running[self.edges[1:]] - running[self.edges[:-1]]


@dataclass(frozen=True, slots=True, eq=False)
class Filling:
    """A choice of items that fits, and what no choice can exceed; equal when it is the best."""

    chosen: Mask  # of each item
    value: Whole  # of each supply
    bound: Whole  # of each supply
    reduced: Whole  # of each item
    ceiling: Whole  # of each supply: what the prices alone promise; no less than the bound
    cells: int  # looked at


def fill(items: Items, profit: Whole, prices: Whole, start: Mask, most_cells: int) -> Filling:
    """Return for each supply a choice of its items and its bound, in whole numbers without rounding.

    ``profit`` is what each item gives; ``prices`` (supplies x periods, at least 0) only steer: any
    are right. ``start`` is a choice that fits. A supply whose search would look at more than
    ``most_cells`` cells keeps the best quick choice, with its ceiling as bound.
    """
    reduced = profit - (items.use * prices[items.supply]).sum(axis=1)
    ceiling = (items.capacity * prices).sum(axis=1) + items.total(np.maximum(reduced, 0))
    chosen = _quick(items, profit, reduced, start & (profit > 0))
    value = items.total(np.where(chosen, profit, 0))
    bound = ceiling.copy()
    spare = (ceiling - value)[items.supply]
    sure = reduced >= np.maximum(spare, 1)
    unsettled = (np.abs(reduced) < spare) & (profit > 0)
    left = items.capacity - items.total(np.where(sure[:, None], items.use, 0))
    cells = 0
    for supply in np.flatnonzero((ceiling > value) & (left >= 0).all(axis=1)).tolist():
        own = np.arange(items.edges[supply], items.edges[supply + 1])
        core = own[unsettled[own] & (items.use[own] <= left[supply]).all(axis=1)]
        shape, use = _grid(left[supply], items.use[core])
        size = len(core) * int(np.prod(np.array(shape, float)))
        if size > most_cells:
            continue
        cells += size
        best, taken = _search(shape, use, profit[core].tolist())
        best += int(profit[own][sure[own]].sum())
        if best > value[supply]:
            value[supply] = best
            chosen[own] = sure[own]
            chosen[core[taken]] = True
        bound[supply] = value[supply]
    bound = np.where((left < 0).any(axis=1), value, bound)
    return Filling(chosen, value, bound, reduced, ceiling, cells)


def _quick(items: Items, profit: Whole, reduced: Whole, start: Mask) -> Mask:
    """Return the better of ``start`` and, by reduced value, offering each supply its items in turn."""
    worth = np.flatnonzero(profit > 0)
    worth = worth[np.lexsort((-reduced[worth], items.supply[worth]))]
    owner = items.supply[worth]
    count = np.bincount(owner, minlength=len(items.capacity))
    rank = np.arange(len(worth)) - np.repeat(np.cumsum(count) - count, count)
    by_rank = np.argsort(rank, kind="stable")
    turns = np.searchsorted(rank[by_rank], np.arange(int(count.max(initial=0)) + 1))
    free = items.capacity.copy()
    chosen = np.zeros(len(profit), np.bool_)
    for first, last in pairwise(turns.tolist()):
        item = worth[by_rank[first:last]]
        supply = items.supply[item]
        fits = (items.use[item] <= free[supply]).all(axis=1)
        free[supply[fits]] -= items.use[item[fits]]
        chosen[item[fits]] = True
    gain = items.total(np.where(chosen, profit, 0)) - items.total(np.where(start, profit, 0))
    return np.where((gain > 0)[items.supply], chosen, start)


def _grid(left: Whole, use: Whole) -> tuple[Cells, list[Cells]]:
    """Return the sizes of a table over what can be left in each period, and what each item takes."""
    unit = np.maximum(np.gcd.reduce(use, axis=0, initial=0), 1)
    room = np.minimum(left, use.sum(axis=0)) // unit
    return tuple((room + 1).tolist()), [tuple(each) for each in (use // unit).tolist()]


def _search(shape: Cells, use: list[Cells], profit: list[int]) -> tuple[int, list[int]]:
    """Return the most profit, and the items that give it, by a table over all that can be left."""
    best = np.zeros(shape, np.int64)
    better: list[NDArray[np.bool_]] = []
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
