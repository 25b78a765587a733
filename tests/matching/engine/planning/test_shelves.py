"""Pairs stand by supply, and hours get a price only where more is asked than there is."""

import numpy as np

from app.matching.engine.planning.shelves import Shelves
from matching.engine.planning.rounds import Rows

SHELVES = Shelves.of(
    Rows(2, ((4,), (9,)), ((0, 0, 8, (2,)), (0, 1, 8, (2,)), (1, 0, 9, (3,)))).problem()
)
HIGHEST = 1_000


def test_every_supply_has_its_own_pairs():
    assert SHELVES.pair[SHELVES.own(0)].tolist() == [0, 2]
    assert SHELVES.line[SHELVES.own(1)].tolist() == [0]


def test_the_price_of_scarce_hours_is_that_of_what_no_longer_fits():
    free = np.zeros((2, 1), np.int64)

    assert SHELVES.settle(np.array([8, 9, 8]), free, HIGHEST).tolist() == [[3], [0]]
    assert SHELVES.settle(np.array([8, 9, 8]), free, 2).tolist() == [[2], [0]]
    assert SHELVES.settle(np.array([8, -1, 8]), free, HIGHEST).tolist() == [[0], [0]]
