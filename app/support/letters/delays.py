"""What we write when the clock stops and goes on, and when we take more time."""

from datetime import date

from flask_babel import gettext as _

from app.core.dates import date_words
from app.support import term_words
from app.support.delays import Extension, Supplement
from app.support.letters.parts import Said, heading, said
from app.support.models import SupportRequest


def question(supplement: Supplement) -> Said:
    """Ask the team for what is missing: until when, and what happens with the clock (Awb 4:15)."""
    request = supplement.request
    return said(
        _("We hebben een vraag over %(reference)s", reference=request.reference),
        heading(_("We kunnen nog geen antwoord geven. We willen eerst iets van je weten:")),
        supplement.question,
        answer_until(supplement),
        _("Zolang we op je antwoord wachten, staat de tijd voor ons antwoord stil."),
        term_words.when_silent(request),
    )


def answer_came(supplement: Supplement) -> Said:
    """Confirm the answer of the team, with a copy and the new day (Awb 4:3a)."""
    request = supplement.request
    return said(
        _("We hebben je antwoord ontvangen: %(reference)s", reference=request.reference),
        heading(_("Bedankt voor je antwoord. Dit heb je geschreven:")),
        supplement.answer,
        *_you_hear(request),
    )


def going_on(request: SupportRequest) -> Said:
    """Say that nobody needs to answer any more."""
    return said(
        _("We gaan verder met je vraag %(reference)s", reference=request.reference),
        _("Je hoeft onze vraag niet meer te beantwoorden. We gaan verder met wat we weten."),
        *_you_hear(request),
    )


def extension(made: Extension, before: date | None) -> Said:
    """Name the new day and why, before the old one (Awb 4:14)."""
    request = made.request
    return said(
        _("We hebben meer tijd nodig voor je vraag %(reference)s", reference=request.reference),
        _("Je zou antwoord krijgen op of voor %(day)s. Dat lukt niet.", day=date_words(before)),
        _("Je krijgt antwoord op of voor %(day)s.", day=date_words(request.decision_due_on)),
        heading(_("Dit is waarom:")),
        made.reason,
        term_words.when_late(request),
    )


def answer_until(supplement: Supplement) -> str:
    """Return until when the team can answer."""
    return str(_("Je kunt antwoorden tot en met %(day)s.", day=date_words(supplement.until)))


def why_left_out(supplement: Supplement) -> list[str]:
    """Return why a request is not considered: what was asked, and that no answer came."""
    return [
        _(
            "Op %(day)s vroegen we je: “%(question)s”",
            day=date_words(supplement.asked_on),
            question=supplement.question,
        ),
        _(
            "Zonder dat antwoord kunnen we je vraag niet beoordelen. "
            "Je kon antwoorden tot en met %(day)s. We kregen geen antwoord.",
            day=date_words(supplement.until),
        ),
    ]


def _you_hear(request: SupportRequest) -> list[str]:
    """Return until when we take, and why."""
    due = date_words(request.decision_due_on)
    return [_("Je krijgt antwoord op of voor %(day)s.", day=due), *term_words.moves(request)]
