"""Mail a letter that was written: word for word as it is kept."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.speech import spoken, to_each
from app.support import queries
from app.support.messages.telling import tell_team
from app.support.post import Letter, LetterKind


def _its_team(letter: Letter) -> list[User]:
    return queries.team_of(letter.request)


@to_each(_its_team)
def send(person: User, letter: Letter) -> None:
    """Mail a letter to somebody of the team; a question leads to the page that answers it."""
    text, link, label = letter.text_in(spoken()), "", ""
    if letter.kind is LetterKind.QUESTION:
        link = url_for("support.supplement", request_id=letter.request_id)
        label = _("Beantwoord de vraag")
    if letter.kind is LetterKind.INTENTION:
        link = url_for("support.give_view", request_id=letter.request_id)
        label = _("Geef je reactie")
    tell_team(person, letter.request, text.subject, text.paragraphs, link=link, label=label)
