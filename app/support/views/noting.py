"""Write down that somebody of the staff read who asks for support."""

from flask_login import current_user

from app.accounts.looks import Why, note
from app.support import rules
from app.support.models import SupportRequest


def note_look(request: SupportRequest) -> None:
    """Remember that the page which is made shows the request, unless it is of the reader's own team."""
    if not rules.is_involved(current_user, request):
        asker = [request.author_id, request.initiative.owner_id]
        note(asker, Why.REQUEST, by=current_user, about=request.reference or "")
