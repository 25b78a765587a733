"""What a page shows to pass a plan on to people outside the portal."""

from markupsafe import Markup

from app.initiatives.lifecycle import ACTIVE
from app.initiatives.queries import Plan
from app.initiatives.signals import NOTHING
from app.web.pieces import piece

PIECES = "initiatives/share.html"


def sharing(initiative: Plan) -> dict[str, Markup]:
    """Return the block and the tags of a page; nothing of a plan that is not public leaves us."""
    if not initiative.is_public:
        return {"share": NOTHING, "tags": NOTHING}
    plan, title = initiative.id, initiative.title
    return {
        "share": piece(PIECES, "share", plan, title, initiative.state in ACTIVE),
        "tags": piece(PIECES, "tags", plan, title, initiative.summary),
    }
