"""The pots of money: what was granted and kept, against what there is."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.statistics.queries import Pot
from app.statistics.scope import Scope
from app.ui.charts import Column, Figures, Row


def pots(found: Sequence[Pot], scope: Scope) -> Figures:
    """Tell what is left; for everybody without what is kept for plans nobody decided about."""
    granted = Column(_("Goedgekeurd"), is_money=True)
    kept = Column(_("Gereserveerd"), is_money=True)
    ceiling = Column(_("Budget"), is_money=True)
    left = Column(_("Nog vrij"), is_money=True, is_drawn=False)
    return Figures(
        code="geld",
        title=_("Geld voor initiatieven"),
        meaning=_("Zo staat het er nu voor, per budget en per jaar."),
        heading=_("Naam"),
        columns=(granted, ceiling) if scope.everybody else (granted, kept, ceiling, left),
        rows=tuple(Row(f"{pot.name} {pot.year}", _amounts(pot, scope)) for pot in found),
    )


def _amounts(pot: Pot, scope: Scope) -> tuple[int, ...]:
    if scope.everybody:
        return (pot.booked, pot.ceiling)
    return (pot.booked, pot.reserved, pot.ceiling, pot.ceiling - pot.reserved - pot.booked)
