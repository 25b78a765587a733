"""How much work a plan may cost."""

from dataclasses import dataclass

from app.matching.engine.planning import market, milp

FIRST_TRY = milp.Limits(nodes=1_000, checks=10_000)
JOINING = milp.Limits(nodes=20, checks=2_000, spare=500)
LAST_TRY = milp.Limits(nodes=500, checks=5_000)
REQUEST_PRICES = market.Effort(rounds=45, quick=30, cells=2_000_000, cells_later=30_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How much work a plan may cost, counted: the same on every machine."""

    small: int = 1_000  # pairs: HiGHS tries these first
    first_try: milp.Limits = FIRST_TRY
    hour_rounds: int = 400
    request_prices: market.Effort = REQUEST_PRICES
    cells: int = 2_000_000  # of one knapsack, where supplies are filled anew
    sweeps: int = 20  # of refilling, with the first prices and again with better ones
    kernel: float = 0.05  # how often a pair has to be sold for neighbourhoods
    sizes: tuple[int, ...] = (80, 120, 160, 200)  # pairs of neighbourhoods, from small to large
    neighbourhoods: int = 700  # of each size
    others: int = 2  # plans to be joined with the first one, when HiGHS cannot have the last word
    joining: milp.Limits = JOINING
    patience: int = 120
    large: int = 6_000  # pairs: more is not for HiGHS
    last_try: milp.Limits = LAST_TRY
