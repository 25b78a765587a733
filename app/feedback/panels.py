"""What this room adds to the page of a plan: how it went, when enough people said the same."""

from app.core.inquiries import answer
from app.feedback import queries
from app.feedback.models import Verdict
from app.initiatives.lifecycle import State
from app.initiatives.queries import Plan
from app.initiatives.signals import Panel
from app.ui.charts import FEW, about
from app.web.pieces import piece

ORDER = 5
PIECES = "feedback/panel.html"


def panel(initiative: Plan, **_news: object) -> Panel | None:
    """Return the answers about a plan that is done; nothing as long as each of them is too small."""
    if initiative.state is not State.COMPLETED or not initiative.is_public:
        return None
    said = {one.verdict: one.number for one in answer(queries.said_about(initiative.id))}
    told = tuple((verdict, about(said.get(verdict, 0))) for verdict in Verdict)
    if all(number is FEW for _, number in told):
        return None
    return Panel(ORDER, piece(PIECES, "panel", told))
