"""How plans went: rounded for every neighbourhood, and added up from what is told there.

A sum of what is told tells nothing more: exact sums would give away what one row hides.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from flask_babel import gettext as _

from app.areas import queries as areas
from app.feedback.models import Verdict
from app.statistics.queries import Answered
from app.statistics.scope import Scope
from app.ui.charts import FEW, Column, Figures, Row, Value, about

Values = tuple[Value, ...]


def verdicts(found: Sequence[Answered], scope: Scope) -> Figures:
    """Tell what people said: by neighbourhood in one district, else by district."""
    is_one = scope.areas is not None and len(scope.areas) == 1
    told = _told(found)
    parts: dict[str, list[Values]] = defaultdict(list)
    for (district, neighbourhood), values in told.items():
        parts[areas.names(neighbourhood if is_one else district)].append(values)
    rows = [Row(name, _together(parts[name])) for name in sorted(parts)]
    if len(rows) > 1:
        rows.append(Row(_("Samen"), _together(told.values())))
    return Figures(
        code="hoe-ging-het",
        title=_("Hoe ging het?"),
        meaning=" ".join(
            [
                _("Dit zeggen mensen die meededen aan een plan dat klaar is, of het steunden."),
                _("Elke buurt is afgerond op vijf, en daarna opgeteld."),
                _("Kleine aantallen laten we niet zien."),
            ]
        ),
        heading=_("Buurt") if is_one else _("Wijk"),
        columns=tuple(Column(verdict.label) for verdict in Verdict),
        rows=tuple(rows),
    )


def _told(found: Iterable[Answered]) -> dict[tuple[int, int], Values]:
    """Return what is told of each neighbourhood, by the ids of its district and itself."""
    exact: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
    for row in found:
        exact[row.district_id, row.neighbourhood_id][row.verdict] = row.number
    return {
        place: tuple(about(given.get(verdict, 0)) for verdict in Verdict)
        for place, given in exact.items()
    }


def _together(rows: Iterable[Values]) -> Values:
    return tuple(_sum(column) for column in zip(*rows, strict=True))


def _sum(column: Iterable[Value]) -> Value:
    return sum(value for value in column if isinstance(value, int)) or FEW
