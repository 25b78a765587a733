"""What we say when the last day for an answer is near, and when it has passed."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import queries, term_words
from app.support.messages.telling import team, tell_team
from app.support.models import SupportRequest
from app.support.objections import Objection


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


def _its_team(objection: Objection) -> list[User]:
    return queries.team_of(objection.decision.request)


@to_each(_its_team)
def tell_team_objection_is_late(person: User, objection: Objection) -> None:
    """Say sorry that there is no answer to an objection, and what the team can do."""
    request = objection.decision.request
    tell_team(
        person,
        request,
        _("Ons besluit op je bezwaar is te laat: %(reference)s", reference=request.reference),
        [
            _(
                "Je zou antwoord krijgen op of voor %(day)s. Dat is niet gelukt. Sorry.",
                day=date_words(objection.due_on),
            ),
            term_words.when_late(request),
        ],
        link=url_for("support.objection", request_id=request.id),
        label=_("Lees het bezwaar"),
    )
