"""The question of a whole round, as arrays: which line could go to which supply, what it gives and takes.

Bundles (a request that can only start when each of its lines is served) are not part of it yet.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.matching.engine import checks
from app.matching.engine.problem import order_of

Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]

LARGEST = 2**53  # of all values together, and of all that is used together


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Pairs of a line and a supply that may serve it, by line and then by supply in published order.

    All numbers are whole thousandths. Make one with ``ask``, which checks and sorts.
    """

    line_ids: tuple[str, ...]
    supply_ids: tuple[str, ...]
    capacity: Whole  # supplies x periods
    line: Whole  # of each pair: the position of its line
    supply: Whole  # of each pair: the position of its supply
    value: Whole  # of each pair
    use: Whole  # pairs x periods

    @property
    def pairs(self) -> int:
        """The number of pairs."""
        return len(self.line)

    def fingerprint(self) -> str:
        """Return the SHA-256 of the question, in hexadecimal; the same for any order of rows."""
        digest = sha256(json.dumps([self.line_ids, self.supply_ids]).encode())
        for array in (self.capacity, self.line, self.supply, self.value, self.use):
            digest.update(repr(array.shape).encode())
            digest.update(np.ascontiguousarray(array, dtype="<i8").tobytes())
        return digest.hexdigest()


def ask(
    line_ids: Sequence[str],
    supply_ids: Sequence[str],
    *,
    capacity: ArrayLike,
    line: ArrayLike,
    supply: ArrayLike,
    value: ArrayLike,
    use: ArrayLike,
) -> Problem:
    """Return the question in published order, whatever the order of the rows that come in.

    ``line`` and ``supply`` say for each pair which row of ``line_ids`` and ``supply_ids`` it links;
    ``capacity`` is supplies x periods and ``use`` pairs x periods.

    Raises ``ValueError`` for an id or a pair that occurs twice, for a row that is not there, for
    what is not a whole number of at least 0 (NaN is not), and for numbers too large to add up.
    """
    checks.unique("line", line_ids)
    checks.unique("supply", supply_ids)
    room = _whole("capacity", capacity, 2)
    links = {
        "line": _position("line", line, len(line_ids)),
        "supply": _position("supply", supply, len(supply_ids)),
    }
    gives, takes = _whole("value", value, 1), _whole("use", use, 2)
    rows = len(gives)
    if not all(len(part) == rows for part in (*links.values(), takes)):
        raise ValueError("line, supply, value and use must have one row for each pair")
    if len(room) != len(supply_ids) or room.shape[1] != takes.shape[1]:
        raise ValueError("capacity must have a row for each supply and the periods of use")
    lines, line_rank = _published(line_ids)
    supplies, supply_rank = _published(supply_ids)
    where = np.array([line_rank[links["line"]], supply_rank[links["supply"]]]).reshape(2, rows)
    order = np.lexsort((where[1], where[0]))
    where = where[:, order]
    twice = np.flatnonzero((where[:, 1:] == where[:, :-1]).all(axis=0))
    if len(twice):
        pair = where[:, twice[0]]
        raise ValueError(f"pair {lines[pair[0]]} - {supplies[pair[1]]} occurs twice")
    return Problem(
        lines,
        supplies,
        _fixed(room[np.argsort(supply_rank, kind="stable")]),
        _fixed(where[0]),
        _fixed(where[1]),
        _fixed(gives[order]),
        _fixed(takes[order]),
    )


def _whole(name: str, given: ArrayLike, dimensions: int) -> Whole:
    array = np.asarray(given)
    if array.size == 0:
        return np.zeros(array.shape if array.ndim == dimensions else (0,) * dimensions, np.int64)
    if array.dtype.kind not in "iu" or array.ndim != dimensions:
        raise ValueError(f"{name} must be whole numbers in {dimensions} dimensions")
    if array.min() < 0:
        raise ValueError(f"{name} must be at least 0, not {array.min()}")
    if float(array.sum(dtype=np.float64)) >= LARGEST:
        raise ValueError(f"{name} adds up to more than {LARGEST}")
    return array.astype(np.int64)


def _position(name: str, given: ArrayLike, rows: int) -> Whole:
    array = _whole(name, given, 1)
    if array.size and array.max() >= rows:
        raise ValueError(f"{name} names row {array.max()}, there are {rows}")
    return array


def _published(ids: Sequence[str]) -> tuple[tuple[str, ...], Whole]:
    """Return the ids in published order, and the new position of each."""
    order = sorted(range(len(ids)), key=lambda row: order_of(ids[row]))
    rank = np.empty(len(ids), np.int64)
    rank[order] = np.arange(len(ids))
    return tuple(ids[row] for row in order), rank


def _fixed(array: Whole) -> Whole:
    array.setflags(write=False)
    return array
