"""What we say while we wait for the view of a team, and when none came."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import letters
from app.support.intentions import Intention
from app.support.messages.telling import coordinators, team, tell_coordinator, tell_team
from app.support.models import SupportRequest


@to_each(team)
def remind_of_view(person: User, request: SupportRequest, intention: Intention) -> None:
    """Ask the team once more, some days before the time is over."""
    tell_team(
        person,
        request,
        _("Wil je nog reageren? Het gaat om %(reference)s", reference=request.reference),
        [
            _("We vroegen je wat je hiervan vindt:"),
            intention.differs,
            letters.view_until(intention),
            _("Horen we niets? Dan besluiten we met wat we nu weten."),
        ],
        link=url_for("support.give_view", request_id=request.id),
        label=_("Geef je reactie"),
    )


@to_each(coordinators)
def tell_coordinators_no_view_came(
    person: User, request: SupportRequest, intention: Intention
) -> None:
    """Tell those who look after the request that the team did not react."""
    tell_coordinator(
        person,
        request,
        _("Geen reactie van het team: %(title)s", title=request.initiative.title),
        [
            _(
                "Het team kon reageren tot en met %(day)s. Je kunt nu een besluit nemen over"
                " %(reference)s.",
                day=date_words(intention.until),
                reference=request.reference,
            )
        ],
    )
