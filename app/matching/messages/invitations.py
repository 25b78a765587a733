"""What we say to who could help."""

from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import speaking
from app.matching.models.invitations import Invitation
from app.notifications.service import tell


def ask_for_a_response(invitation: Invitation, people: Iterable[User]) -> None:
    """Ask an organisation what it can do: what is needed, who asks, and by when."""
    for person in people:
        with speaking(person.language):
            _ask(person, invitation)


def _ask(person: User, invitation: Invitation) -> None:
    request = invitation.request
    paragraphs = [
        _(
            "%(who)s vraagt %(organisation)s om een reactie op de vraag van ‘%(title)s’.",
            who=invitation.invited_by.name,
            organisation=invitation.organisation.name,
            title=request.initiative.title,
        ),
        _("Nodig is:"),
        "\n".join(f"- {need.kind.label}: {need.description}" for need in request.needs),
        _("Laat weten wat jullie doen: ja, nee, of eerst iets vragen."),
    ]
    if request.decision_due_on is not None:
        day = date_words(request.decision_due_on)
        paragraphs.append(_("De bewoners krijgen antwoord op of voor %(day)s.", day=day))
    tell(
        person,
        _("Kunnen jullie helpen? %(title)s", title=request.initiative.title),
        "\n\n".join(paragraphs),
        link=url_for("capacity.respond", request_id=request.id),
        link_label=_("Geef een reactie"),
        why=_(
            "Je krijgt deze mail omdat je bij %(organisation)s hoort.",
            organisation=invitation.organisation.name,
        ),
    )
