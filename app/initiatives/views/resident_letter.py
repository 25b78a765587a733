"""The letter to a resident without e-mail: the plan that was written down, and how to say yes or no."""

from flask import current_app
from flask_babel import gettext as _

from app.core import clock
from app.core.dates import date_words
from app.core.speech import DEFAULT, speaking
from app.initiatives.assisted import AssistedEntry
from app.initiatives.models import Registration
from app.initiatives.queries.words import answers_of
from app.web.letters import Letter, grouped


def letter_about(entry: AssistedEntry, registration: Registration) -> Letter:
    """Return the letter, in Dutch: who cannot read that asks somebody, as with every letter of a council."""
    with speaking(DEFAULT):
        return Letter(
            to=(registration.name, *registration.address.lines),
            day=date_words(entry.asked_at or clock.now()),
            subject=_("Klopt dit plan? Wij schreven het voor je op"),
            paragraphs=_paragraphs(entry, registration),
            facts=tuple((one.label, one.value) for one in answers_of(entry.initiative)),
            code=grouped(entry.code),
            slip=_("Ja, dit klopt. Stuur mijn plan in."),
        )


def _paragraphs(entry: AssistedEntry, registration: Registration) -> tuple[str, ...]:
    config, code = current_app.config, grouped(entry.code)
    return (
        _("Beste %(name)s,", name=registration.name),
        _(
            "Op %(day)s vertelde je ons over een plan voor je buurt. Een medewerker (%(role)s) schreef het"
            " voor je op. Hieronder staat wat je vertelde.",
            day=date_words(entry.begun_at),
            role=entry.role.label,
        ),
        _(
            "Klopt het? Bel dan %(phone)s (%(hours)s) en noem deze code: %(code)s. Of kom langs met deze"
            " brief. Je kunt ook het strookje onderaan tekenen en afgeven.",
            phone=config["CONTACT_PHONE"],
            hours=config["CONTACT_HOURS"],
            code=code,
        ),
        _(
            "Klopt er iets niet? Bel ons. Dan veranderen we het, en je krijgt een nieuwe brief.",
        ),
        _(
            "Heb je dit niet gevraagd? Bel ons. Dan wissen we het plan en je gegevens meteen. Horen we"
            " niets voor %(day)s? Dan wissen we alles ook.",
            day=date_words(registration.expires_at),
        ),
    )
