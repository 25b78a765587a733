"""What we say when the last day for an answer is near, and when it has passed."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import term_words
from app.support.messages.telling import team, tell_team
from app.support.models import SupportRequest


@to_each(team)
def tell_the_day_is_near(person: User, request: SupportRequest) -> None:
    """Tell the team before the last day what happens, also when we do not make it."""
    tell_team(
        person,
        request,
        _("Je krijgt bijna antwoord op je vraag %(reference)s", reference=request.reference),
        [
            _("We zijn nog bezig met je vraag."),
            _(
                "Je krijgt antwoord op of voor %(day)s.",
                day=date_words(request.decision_due_on),
            ),
            term_words.when_late(request),
        ],
    )


@to_each(team)
def tell_it_is_late(person: User, request: SupportRequest) -> None:
    """Say sorry, and what the team can do."""
    tell_team(
        person,
        request,
        _("Ons antwoord is te laat: %(reference)s", reference=request.reference),
        [
            _(
                "Je zou antwoord krijgen op of voor %(day)s. Dat is niet gelukt. Sorry.",
                day=date_words(request.decision_due_on),
            ),
            _("Je vraag staat bij ons bovenaan. Wil je weten hoe het staat? Bel ons gerust."),
            term_words.when_late(request),
        ],
    )
