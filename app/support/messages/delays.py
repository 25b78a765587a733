"""What we say while a question to the team waits for its answer, and when none came."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import letters, term_words
from app.support.delays import Supplement
from app.support.messages.telling import team, tell_team
from app.support.models import SupportRequest


@to_each(team)
def remind_the_team(person: User, request: SupportRequest, supplement: Supplement) -> None:
    """Ask once more, some days before the time to answer is over."""
    _ask(
        person,
        supplement,
        _(
            "Vergeet je ons niet te antwoorden? Het gaat om %(reference)s",
            reference=request.reference,
        ),
        [
            _("We wachten nog op je antwoord. Dit was onze vraag:"),
            supplement.question,
            letters.answer_until(supplement),
            term_words.when_silent(request),
        ],
    )


@to_each(team)
def tell_time_to_answer_is_over(
    person: User, request: SupportRequest, supplement: Supplement
) -> None:
    """Tell the team that the clock runs again, and what may happen now."""
    _ask(
        person,
        supplement,
        _("We kregen geen antwoord: %(reference)s", reference=request.reference),
        [
            _(
                "Je kon onze vraag beantwoorden tot en met %(day)s. We kregen geen antwoord.",
                day=date_words(supplement.until),
            ),
            term_words.when_silent(request),
            _("Je kunt nog antwoorden zolang we niet verder zijn gegaan."),
        ],
    )


def _ask(person: User, supplement: Supplement, subject: str, paragraphs: list[str]) -> None:
    request = supplement.request
    link = url_for("support.supplement", request_id=request.id)
    tell_team(person, request, subject, paragraphs, link=link, label=_("Beantwoord de vraag"))
