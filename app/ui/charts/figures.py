"""Figures as a page shows them: one table, which is drawn, written out, and sent as a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

FEWEST = 5  # people; a smaller number could tell who they are
ROUND = 5
DRAWN = 3  # columns that a chart can tell apart without colours


class Few(Enum):
    """Stands for a number of people that is too small to tell."""

    FEW = "few"


FEW = Few.FEW
Value: TypeAlias = int | float | Few | None  # ``None``: not known


class Look(Enum):
    """How figures are drawn: over time as lines, side by side as bars."""

    BARS = "bars"
    LINES = "lines"


@dataclass(frozen=True)
class Column:
    """What one column says; money is in cents. A column that is not drawn stands in the table only."""

    label: str
    is_money: bool = False
    is_drawn: bool = True


@dataclass(frozen=True)
class Row:
    """What is told about one thing, or one moment: a value for each column."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A table of figures under one name; ``code`` stands in addresses.

    ``heading`` is of the first column, which says what a row is about; ``meaning`` are sentences.
    At most three columns are drawn.
    """

    code: str
    title: str
    meaning: str
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    look: Look = Look.BARS

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show: no row, or nothing known but zero."""
        return not any(value for row in self.rows for value in row.values)

    @property
    def drawn(self) -> tuple[tuple[int, Column], ...]:
        """The columns of the drawing, with their place in a row."""
        all_of_them = enumerate(self.columns)
        return tuple((place, one) for place, one in all_of_them if one.is_drawn)[:DRAWN]

    @property
    def highest(self) -> float:
        """The largest number of the drawing; 0 without any."""
        return max(self._drawn_numbers(), default=0)

    def _drawn_numbers(self) -> Iterator[float]:
        for row in self.rows:
            for place, _ in self.drawn:
                if isinstance(value := row.values[place], int | float):
                    yield value


def few(number: int) -> int | Few:
    """Return a number of people, or ``FEW`` when it could tell who they are; nobody is still nobody."""
    return FEW if 0 < number < FEWEST else number


def about(number: int) -> int | Few:
    """Return a number of people rounded to fives; ``FEW`` when it is small, also for nobody."""
    return FEW if number < FEWEST else ROUND * round(number / ROUND)
