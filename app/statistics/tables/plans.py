"""Plans by state and by theme: every one is shown, also those without a plan."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.initiatives.lifecycle import PUBLIC, State
from app.initiatives.models import Theme
from app.statistics.queries import Counted
from app.statistics.scope import Scope
from app.ui.charts import Column, Figures, Row


def states(found: Sequence[Counted], scope: Scope) -> Figures:
    """Tell how the plans stand now."""
    numbers = dict(found)
    shown = [
        state
        for state in State
        if state in PUBLIC or (not scope.everybody and state is not State.DRAFT)
    ]
    return Figures(
        code="stappen",
        title=_("Initiatieven per stap"),
        meaning=_("Zo staan de initiatieven er nu voor."),
        heading=_("Stap"),
        columns=(Column(_("Initiatieven")),),
        rows=tuple(Row(state.label, (numbers.get(state, 0),)) for state in shown),
    )


def themes(found: Sequence[Counted], scope: Scope) -> Figures:
    """Tell what the plans of the period are about."""
    numbers = dict(found)
    return Figures(
        code="themas",
        title=_("Initiatieven per thema"),
        meaning=" ".join(
            [
                _("Geplaatst in de tijd die je koos.")
                if scope.everybody
                else _("Ingestuurd in de tijd die je koos."),
                _("Een initiatief kan bij meer thema's horen."),
            ]
        ),
        heading=_("Thema"),
        columns=(Column(_("Initiatieven")),),
        rows=tuple(Row(theme.label, (numbers.get(theme, 0),)) for theme in Theme),
    )
