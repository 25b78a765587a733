"""People who sign up to help: small numbers are not told, they could tell who it was."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.core.dates import month_words
from app.statistics.queries import SignUps
from app.statistics.scope import Scope
from app.ui.charts import Column, Figures, Row, Value, about, few


def sign_ups(found: Sequence[SignUps], scope: Scope) -> Figures:
    """Tell how many people signed up in each month."""
    by_month = {row.month: row for row in found}
    meaning = [_("Hoe vaak mensen zich aanmeldden voor een klus, en hoeveel mensen dat waren.")]
    if scope.everybody:
        meaning.append(_("Deze aantallen zijn afgerond op vijf."))
    meaning.append(_("Kleine aantallen laten we niet zien."))
    return Figures(
        code="aanmeldingen",
        title=_("Aanmeldingen van vrijwilligers"),
        meaning=" ".join(meaning),
        heading=_("Maand"),
        columns=(Column(_("Aanmeldingen")), Column(_("Mensen"))),
        rows=tuple(
            Row(month_words(month.starts_on), _numbers(by_month.get(number), scope))
            for number, month in enumerate(scope.months)
        ),
    )


def _numbers(row: SignUps | None, scope: Scope) -> tuple[Value, ...]:
    if row is None:
        return (0, 0)
    return tuple(_told(number, scope) for number in (row.number, row.people))


def _told(number: int, scope: Scope) -> Value:
    return about(number) if scope.everybody and number else few(number)
