"""What we say when the clock stops and goes on, and when we take more time."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.support import term_words
from app.support.delays import Extension, Supplement
from app.support.messages.telling import team, tell_team
from app.support.models import SupportRequest


@to_each(team)
def ask_the_team(person: User, request: SupportRequest, supplement: Supplement) -> None:
    """Ask the team for what is missing: until when, and what happens with the clock (Awb 4:15)."""
    _ask(
        person,
        supplement,
        _("We hebben een vraag over %(reference)s", reference=request.reference),
        [
            _("We kunnen nog geen antwoord geven. We willen eerst iets van je weten:"),
            supplement.question,
            _until(supplement),
            _("Zolang we op je antwoord wachten, staat de tijd voor ons antwoord stil."),
            term_words.when_silent(request),
        ],
    )


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
            _until(supplement),
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


@to_each(team)
def tell_the_answer_came(person: User, request: SupportRequest, supplement: Supplement) -> None:
    """Confirm the answer to the team, with a copy and the new day (Awb 4:3a)."""
    tell_team(
        person,
        request,
        _("We hebben je antwoord ontvangen: %(reference)s", reference=request.reference),
        [
            _("Bedankt voor je antwoord. Dit heb je geschreven:"),
            supplement.answer,
            _you_hear(request),
            *term_words.moves(request),
        ],
    )


@to_each(team)
def tell_we_go_on(person: User, request: SupportRequest) -> None:
    """Tell the team that they need not answer any more."""
    tell_team(
        person,
        request,
        _("We gaan verder met je vraag %(reference)s", reference=request.reference),
        [
            _("Je hoeft onze vraag niet meer te beantwoorden. We gaan verder met wat we weten."),
            _you_hear(request),
            *term_words.moves(request),
        ],
    )


@to_each(team)
def tell_of_extension(
    person: User, request: SupportRequest, extension: Extension, before: date | None
) -> None:
    """Tell the team the new day and why, before the old one (Awb 4:14)."""
    tell_team(
        person,
        request,
        _("We hebben meer tijd nodig voor je vraag %(reference)s", reference=request.reference),
        [
            _("Je zou antwoord krijgen op of voor %(day)s. Dat lukt niet.", day=date_words(before)),
            _you_hear(request),
            _("Dit is waarom:"),
            extension.reason,
            term_words.when_late(request),
        ],
    )


def _ask(person: User, supplement: Supplement, subject: str, paragraphs: list[str]) -> None:
    request = supplement.request
    link = url_for("support.supplement", request_id=request.id)
    tell_team(person, request, subject, paragraphs, link=link, label=_("Beantwoord de vraag"))


def _until(supplement: Supplement) -> str:
    return str(_("Je kunt antwoorden tot en met %(day)s.", day=date_words(supplement.until)))


def _you_hear(request: SupportRequest) -> str:
    return str(_("Je krijgt antwoord op of voor %(day)s.", day=date_words(request.decision_due_on)))
