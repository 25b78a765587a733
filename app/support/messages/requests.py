"""What we say when a request comes in, is taken on or taken back; letters say the rest."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import queries
from app.support.messages.telling import coordinators, tell_coordinator, tell_team
from app.support.models import SupportRequest


@to_each(coordinators)
def tell_coordinators(person: User, request: SupportRequest) -> None:
    """Tell those who look after the district that a request came in."""
    tell_coordinator(
        person,
        request,
        _("Nieuwe vraag om hulp: %(title)s", title=request.initiative.title),
        [
            _(
                "%(reference)s wacht op je. Het antwoord moet er zijn op %(day)s.",
                reference=request.reference,
                day=date_words(request.decision_due_on),
            )
        ],
    )


@to_each(queries.team_of)
def tell_it_is_taken_on(person: User, request: SupportRequest) -> None:
    """Tell the team who looks at their request."""
    name = request.coordinator.name if request.coordinator else ""
    text = [
        _(
            "%(name)s van de gemeente bekijkt je vraag %(reference)s.",
            name=name,
            reference=request.reference,
        ),
        _("Je krijgt antwoord op of voor %(day)s.", day=date_words(request.decision_due_on)),
    ]
    tell_team(person, request, _("We zijn begonnen met je vraag"), text, can_wait=True)


@to_each(coordinators)
def tell_it_was_withdrawn(person: User, request: SupportRequest, reason: str) -> None:
    """Tell those who were working on a request that its team took it back."""
    tell_coordinator(
        person,
        request,
        _("Vraag ingetrokken: %(title)s", title=request.initiative.title),
        [_("Het team heeft %(reference)s ingetrokken.", reference=request.reference), reason],
    )
