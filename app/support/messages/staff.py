"""What we say to those who look after a request, while its days go by."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import terms
from app.support.delays import Supplement
from app.support.messages.telling import coordinators, tell_coordinator
from app.support.models import SupportRequest


@to_each(coordinators)
def tell_coordinators_of_answer(person: User, request: SupportRequest) -> None:
    """Tell those who look after the request that the team answered."""
    tell_coordinator(
        person,
        request,
        _("Het team heeft geantwoord: %(title)s", title=request.initiative.title),
        [
            _("Je kunt verder met %(reference)s.", reference=request.reference),
            _due(request),
        ],
    )


@to_each(coordinators)
def tell_coordinators_of_silence(
    person: User, request: SupportRequest, supplement: Supplement
) -> None:
    """Tell those who look after the request that no answer came."""
    tell_coordinator(
        person,
        request,
        _("Geen antwoord van het team: %(title)s", title=request.initiative.title),
        [
            _(
                "Het team kon antwoorden tot en met %(day)s. De tijd voor %(reference)s loopt weer.",
                day=date_words(supplement.until),
                reference=request.reference,
            ),
            _due(request),
            _what_now(request, supplement),
        ],
    )


@to_each(coordinators)
def tell_coordinators_the_day_is_near(person: User, request: SupportRequest) -> None:
    """Tell those who look after the request that the answer is due soon."""
    tell_coordinator(
        person,
        request,
        _("Bijna te laat: %(title)s", title=request.initiative.title),
        [
            _(
                "Het antwoord op %(reference)s moet er zijn op %(day)s.",
                reference=request.reference,
                day=date_words(request.decision_due_on),
            ),
            "" if request.extension else _("Lukt dat niet? Neem dan vóór die dag meer tijd."),
        ],
    )


@to_each(coordinators)
def tell_coordinators_it_is_late(person: User, request: SupportRequest) -> None:
    """Tell those who look after the request that its last day has passed."""
    tell_coordinator(
        person,
        request,
        _("Te laat: %(title)s", title=request.initiative.title),
        [
            _(
                "Het antwoord op %(reference)s had er moeten zijn op %(day)s.",
                reference=request.reference,
                day=date_words(request.decision_due_on),
            ),
            _("Bel het team en neem snel een besluit."),
        ],
    )


def _due(request: SupportRequest) -> str:
    due = date_words(request.decision_due_on)
    return str(_("Het antwoord moet er zijn op %(day)s.", day=due))


def _what_now(request: SupportRequest, supplement: Supplement) -> str:
    """Return what can be done when the team does not answer."""
    if not request.asks_decision:
        return str(_("Ga verder zonder antwoord."))
    last = date_words(terms.not_considered_until(supplement.until))
    return str(
        _(
            "Ga verder zonder antwoord, of besluit de vraag niet te behandelen. "
            "Dat laatste kan tot en met %(day)s.",
            day=last,
        )
    )
