"""Bars: each row has its label, and under it a bar for each column with its value behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.ui.charts.figures import Figures, Row, Value
from app.ui.charts.scale import HEIGHT, WIDTH, room_for, shortened
from app.ui.charts.words import words

THICK = 14
INSIDE = 12  # of a bar, within its outline
GAP = 4
BETWEEN = 12  # rows
THINNEST = 2  # of a bar that stands for something


@dataclass(frozen=True)
class Bar:
    """A bar from the left; ``base`` is the line its value stands on."""

    y: int
    base: int
    width: int
    words: str

    @property
    def path(self) -> str:
        """The ``d`` of its outline; nothing for nothing."""
        return f"M1 {self.y}h{self.width}v{INSIDE}h-{self.width}z" if self.width else ""


@dataclass(frozen=True)
class BarRow:
    """The bars of one row, under its label."""

    label: str
    base: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class BarDrawing:
    """Bars in a drawing of ``width`` by ``height`` units; ``looks`` are the bars of each column."""

    width: int
    height: int
    looks: tuple[str, ...]
    rows: tuple[BarRow, ...]


def bars(figures: Figures) -> BarDrawing:
    """Draw ``figures`` as bars; the longest is as long as the values behind the bars allow."""
    values = [
        words(row.values[place], column) for row in figures.rows for place, column in figures.drawn
    ]
    longest = WIDTH - room_for(*values) - 6
    each = HEIGHT + GAP + len(figures.drawn) * (THICK + GAP) + BETWEEN
    rows = tuple(
        _row(figures, row, number * each, longest) for number, row in enumerate(figures.rows)
    )
    looks = tuple(
        "".join(bar.path for bar in bars) for bars in zip(*(row.bars for row in rows), strict=True)
    )
    return BarDrawing(WIDTH, max(1, len(rows) * each - BETWEEN), looks, rows)


def _row(figures: Figures, row: Row, top: int, longest: float) -> BarRow:
    return BarRow(
        shortened(row.label, WIDTH), top + HEIGHT - 3, tuple(_bars(figures, row, top, longest))
    )


def _bars(figures: Figures, row: Row, top: int, longest: float) -> Iterator[Bar]:
    for number, (place, column) in enumerate(figures.drawn):
        value, y = row.values[place], top + HEIGHT + GAP + number * (THICK + GAP)
        width = _width(value, figures.highest, longest)
        yield Bar(y, y + THICK - 2, width, words(value, column))


def _width(value: Value, highest: float, longest: float) -> int:
    if not isinstance(value, int | float) or value <= 0:
        return 0
    return round(max(THINNEST, longest * value / highest))
