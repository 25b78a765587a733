"""The hours of teams: what was used of what they offered."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.capacity import quarters
from app.statistics.queries import TeamHours
from app.statistics.scope import Scope
from app.ui.charts import Column, Figures, Row


def hours(found: Sequence[TeamHours], scope: Scope) -> Figures:
    """Tell for each quarter how many of the offered hours are taken."""
    by_quarter = {row.quarter: (row.taken, row.offered) for row in found}
    return Figures(
        code="uren",
        title=_("Uren van de wijkteams"),
        meaning=_("Uren die zijn gereserveerd of gebruikt. En hoeveel de teams er aanboden."),
        heading=_("Kwartaal"),
        columns=(Column(_("Gebruikt")), Column(_("Aangeboden"))),
        rows=tuple(
            Row(quarters.words(quarter.starts_on), by_quarter.get(number, (0, 0)))
            for number, quarter in enumerate(scope.quarters)
        ),
    )
