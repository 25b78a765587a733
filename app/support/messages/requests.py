"""What we say when a request comes in, is taken on, decided or taken back."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import letters, queries
from app.support.decisions import Decision
from app.support.messages.telling import coordinators, tell_coordinator, tell_team
from app.support.models import SupportRequest


def _team_of_decision(decision: Decision) -> list[User]:
    return queries.team_of(decision.request)


@to_each(queries.team_of)
def acknowledge(person: User, request: SupportRequest) -> None:
    """Confirm receipt to the team: what we got, and when they will know (Awb 4:3a)."""
    text = [
        _("We hebben je vraag om hulp voor “%(title)s” ontvangen.", title=request.initiative.title),
        _("Het nummer is %(reference)s.", reference=request.reference),
        _(
            "Je krijgt antwoord op of voor %(day)s.",
            day=date_words(request.decision_due_on),
        ),
        *letters.copy_of(request),
    ]
    tell_team(
        person,
        request,
        _("We hebben je vraag ontvangen: %(reference)s", reference=request.reference),
        text,
    )


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


@to_each(_team_of_decision)
def tell_decision(person: User, decision: Decision) -> None:
    """Send the decision to the team, word for word as it stands on the page."""
    request = decision.request
    subject = _("Antwoord op je vraag %(reference)s", reference=request.reference)
    tell_team(person, request, subject, letters.decision_letter(decision))


@to_each(coordinators)
def tell_it_was_withdrawn(person: User, request: SupportRequest, reason: str) -> None:
    """Tell those who were working on a request that its team took it back."""
    tell_coordinator(
        person,
        request,
        _("Vraag ingetrokken: %(title)s", title=request.initiative.title),
        [_("Het team heeft %(reference)s ingetrokken.", reference=request.reference), reason],
    )
