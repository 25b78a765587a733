"""What we say to a team when its request goes to somebody else, or waits for somebody again."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import queries
from app.support.messages.telling import tell_team
from app.support.models import SupportRequest


@to_each(queries.team_of)
def tell_who_looks_now(person: User, request: SupportRequest) -> None:
    """Tell the team that somebody else looks at their request."""
    name = request.coordinator.name if request.coordinator else ""
    text = [
        _(
            "%(name)s van de gemeente bekijkt je vraag %(reference)s nu.",
            name=name,
            reference=request.reference,
        ),
        _answer_by(request),
    ]
    tell_team(person, request, _("Iemand anders bekijkt je vraag"), text, can_wait=True)


@to_each(queries.team_of)
def tell_it_waits_again(person: User, request: SupportRequest) -> None:
    """Tell the team that their request waits for somebody who looks at it."""
    text = [
        _(
            "Iemand anders van de gemeente gaat je vraag %(reference)s bekijken.",
            reference=request.reference,
        ),
        _answer_by(request),
    ]
    tell_team(person, request, _("Iemand anders gaat je vraag bekijken"), text, can_wait=True)


def _answer_by(request: SupportRequest) -> str:
    due = date_words(request.decision_due_on)
    return str(_("Je krijgt antwoord op of voor %(day)s.", day=due))
