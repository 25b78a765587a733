"""Lines: values over time, with a mark on each; where a value is not known, the line is broken."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.ui.charts.figures import Figures
from app.ui.charts.scale import WIDTH, room_for, shortened, ticks
from app.ui.charts.words import words

PLOT = 160  # units from the lowest to the highest line
TOP = 10
BELOW = 26  # for the labels of the moments
MANY = 20  # moments; with more, only values that stand alone get a mark


@dataclass(frozen=True)
class Tick:
    """A round number along the axis, with its line."""

    y: float
    base: float
    words: str


@dataclass(frozen=True)
class Point:
    """A value in the drawing."""

    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """The values of one column; ``look`` is 1, 2 or 3, ``path`` the ``d`` of its parts."""

    look: int
    path: str
    marks: tuple[Point, ...]


@dataclass(frozen=True)
class Moment:
    """A label under the axis; ``anchor`` says which end of it stands at ``x``."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True)
class LineDrawing:
    """Lines in a drawing of ``width`` by ``height`` units; the plot begins at ``left``."""

    width: int
    height: int
    left: int
    base: int
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    moments: tuple[Moment, ...]


def lines(figures: Figures) -> LineDrawing:
    """Draw ``figures`` as lines, the rows from left to right."""
    numbers = ticks(figures.highest, whole=_is_whole(figures))
    first = figures.columns[0]
    left = room_for(*(words(number, first) for number in numbers)) + 8
    height = TOP + PLOT + BELOW
    marked = tuple(
        Tick(_y(number, numbers[-1]), _y(number, numbers[-1]) + 5, words(number, first))
        for number in numbers
    )
    drawn = tuple(
        _line(figures, number + 1, place, left, numbers[-1])
        for number, (place, _) in enumerate(figures.drawn)
    )
    moments = tuple(_moments(figures, left))
    return LineDrawing(WIDTH, height, left, height - 6, marked, drawn, moments)


def _is_whole(figures: Figures) -> bool:
    return all(
        not isinstance(row.values[place], float)
        for row in figures.rows
        for place, _ in figures.drawn
    )


def _line(figures: Figures, look: int, place: int, left: int, top: float) -> Line:
    parts: list[list[Point]] = [[]]
    for number, row in enumerate(figures.rows):
        value = row.values[place]
        if isinstance(value, int | float):
            parts[-1].append(Point(_x(number, len(figures.rows), left), _y(value, top)))
        else:
            parts.append([])
    few_moments = len(figures.rows) <= MANY
    marks = [point for part in parts if few_moments or len(part) == 1 for point in part]
    return Line(look, "".join(_path(part) for part in parts if len(part) > 1), tuple(marks))


def _path(points: list[Point]) -> str:
    return "M" + " ".join(f"{point.x:g} {point.y:g}" for point in points)


def _moments(figures: Figures, left: int) -> Iterator[Moment]:
    """Give the labels of the first and the last moment: there is no room for more on a phone."""
    if not figures.rows:
        return
    room = (WIDTH - left) / 2
    yield Moment(left, shortened(figures.rows[0].label, room), "start")
    if len(figures.rows) > 1:
        yield Moment(WIDTH - 4, shortened(figures.rows[-1].label, room), "end")


def _x(number: int, of: int, left: int) -> float:
    return round(left + (number * (WIDTH - left - 6) / (of - 1) if of > 1 else 0), 1)


def _y(value: float, top: float) -> float:
    return round(TOP + PLOT * (1 - value / top), 1)
