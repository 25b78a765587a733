"""How long people wait for us, week by week, in days."""

from collections.abc import Sequence
from itertools import groupby

from flask_babel import gettext as _

from app.core.dates import date_words
from app.statistics.queries import Waited
from app.statistics.scope import Scope
from app.ui.charts import Column, Figures, Look, Row, Value


def reviews(found: Sequence[Waited], scope: Scope) -> Figures:
    """Tell how long texts wait for a moderator."""
    return _waiting(
        "controle",
        _("Wachten op een moderator"),
        Column(_("Teksten"), is_drawn=False),
        found,
        scope,
    )


def requests(found: Sequence[Waited], scope: Scope) -> Figures:
    """Tell how long requests for support wait for a decision."""
    return _waiting(
        "besluit", _("Wachten op een besluit"), Column(_("Vragen"), is_drawn=False), found, scope
    )


def _waiting(
    code: str, title: str, number: Column, found: Sequence[Waited], scope: Scope
) -> Figures:
    by_week = {week: list(rows) for week, rows in groupby(found, key=lambda row: row.week)}
    return Figures(
        code=code,
        title=title,
        meaning=" ".join(
            [
                _("In dagen, per week waarin iets binnenkwam."),
                _("De helft wachtte korter dan de middelste."),
                _("Wat nog wacht, telt mee tot nu."),
            ]
        ),
        heading=_("Week vanaf"),
        columns=(Column(_("Middelste")), Column(_("Langste")), number),
        rows=tuple(
            Row(date_words(week.starts_on), _values(by_week.get(number_of_week, [])))
            for number_of_week, week in enumerate(scope.weeks)
        ),
        look=Look.LINES,
    )


def _values(waits: Sequence[Waited]) -> tuple[Value, ...]:
    """Return the middle and the longest wait of one week in days, and how many there were."""
    number = sum(row.number for row in waits)
    if not number:
        return (None, None, 0)
    return (_middle(waits, number) / 10, waits[-1].tenths / 10, number)


def _middle(waits: Sequence[Waited], number: int) -> int:
    """Return what at least half of them waited at most; ``waits`` has the shortest first."""
    counted = 0
    for row in waits:
        counted += row.number
        if counted * 2 >= number:
            return row.tenths
    return waits[-1].tenths
