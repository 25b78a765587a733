"""Figures in words: how a value is written, and what a chart says to who does not see it."""

from collections.abc import Callable

from flask_babel import format_decimal
from flask_babel import gettext as _

from app.core.money import whole_euros
from app.ui.charts.figures import FEWEST, Column, Few, Figures, Row, Value


def words(value: Value, column: Column) -> str:
    """Return ``1.234``, ``€ 1.850``, ``minder dan 5``, or a dash for what is not known."""
    if value is None:
        return "–"
    if isinstance(value, Few):
        return str(_("minder dan %(number)s", number=FEWEST))
    return whole_euros(int(value)) if column.is_money else str(format_decimal(value))


def in_words(figures: Figures) -> list[list[str]]:
    """Return the rows as the cells of a table: the label, then the values."""
    return [[row.label, *map(words, row.values, figures.columns)] for row in figures.rows]


def told(figures: Figures) -> str:
    """Return what the chart shows, for who does not see it: the highest and lowest of each column."""
    return " ".join(_told(figures, place, column) for place, column in figures.drawn)


def _told(figures: Figures, place: int, column: Column) -> str:
    known = [row for row in figures.rows if isinstance(row.values[place], int | float)]
    if not known:
        return str(_("%(column)s: geen cijfers.", column=column.label))
    most, least = max(known, key=_value(place)), min(known, key=_value(place))
    if most.values[place] == least.values[place]:
        return str(
            _("%(column)s: overal %(value)s.", **_of(most, place, column))
            if len(known) > 1
            else _("%(column)s: %(value)s (%(row)s).", **_of(most, place, column), row=most.label)
        )
    return str(
        _(
            "%(column)s: het meest is %(value)s (%(row)s), het minst is %(least)s (%(other)s).",
            **_of(most, place, column),
            row=most.label,
            least=words(least.values[place], column),
            other=least.label,
        )
    )


def _value(place: int) -> Callable[[Row], float]:
    def value(row: Row) -> float:
        number = row.values[place]
        return number if isinstance(number, int | float) else 0

    return value


def _of(row: Row, place: int, column: Column) -> dict[str, str]:
    return {"column": column.label, "value": words(row.values[place], column)}
