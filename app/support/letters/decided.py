"""What we write when it is decided: what, how much, why, on which rule, and how to object."""

from flask import current_app
from flask_babel import gettext as _

from app.core.dates import date_words
from app.core.money import euros
from app.support.decisions import Decision
from app.support.intentions import Intention
from app.support.letters.delays import why_left_out
from app.support.letters.intention import was_heard
from app.support.letters.parts import Part, Said, heading, item, said
from app.support.lifecycle import RequestState


def decided(decision: Decision, asked: Intention | None = None) -> Said:
    """Return the decision with everything that the law wants in it (Awb 3:45 to 3:47, 10:10).

    ``asked`` is what the team was asked before it, if anything.
    """
    reference = decision.request.reference
    return said(
        _("Antwoord op je vraag %(reference)s", reference=reference),
        *_outcome(decision),
        heading(_("Dit is waarom:")),
        *_reasons(decision),
        *was_heard(asked),
        _("We baseren dit op: %(rule)s.", rule=decision.legal_basis.rstrip(".")),
        *_objection(decision),
    )


def in_short(decision: Decision) -> str:
    """Return the first sentence of the letter: yes, partly or no."""
    return _outcome(decision)[0]


def _outcome(decision: Decision) -> list[str]:
    words = {
        RequestState.GRANTED: _("We zeggen ja tegen je vraag %(reference)s."),
        RequestState.PARTLY_GRANTED: _("We zeggen voor een deel ja tegen je vraag %(reference)s."),
        RequestState.REFUSED: _("We zeggen nee tegen je vraag %(reference)s."),
        RequestState.NOT_CONSIDERED: _("We behandelen je vraag %(reference)s niet."),
    }
    lines = [words[decision.outcome] % {"reference": decision.request.reference}]
    if decision.cents:
        lines.append(_("Je krijgt %(amount)s.", amount=euros(decision.cents)))
    if decision.agreement:
        lines.append(
            _("Dit spreken we met je af (het is geen besluit waar je bezwaar tegen kunt maken):")
        )
        lines.append(decision.agreement)
    return lines


def _reasons(decision: Decision) -> list[Part | str]:
    if decision.outcome is RequestState.NOT_CONSIDERED:
        return [*why_left_out(decision.request.supplements[-1])]
    return [item(f"{reason.criterion.label} {reason.text}") for reason in decision.reasons]


def _objection(decision: Decision) -> list[Part | str]:
    if decision.objection_until is None:
        return []
    config = current_app.config
    return [
        _("We besluiten dit namens het college van burgemeester en wethouders."),
        heading(_("Ben je het niet eens met dit besluit?")),
        _(
            "Dan kun je bezwaar maken bij het college van burgemeester en wethouders. "
            "Je hebt daarvoor zes weken: tot en met %(day)s. Het kost niets.",
            day=date_words(decision.objection_until),
        ),
        _("Dat kan op deze site, op de pagina van je vraag. Een mail of een brief kan ook."),
        _(
            "Mail je bezwaar naar %(email)s of stuur een brief naar %(address)s. Zet erin: je naam "
            "en adres, de datum, dat het gaat om %(reference)s, en waarom je het niet eens bent "
            "met het besluit. Zet je handtekening onder een brief.",
            email=config["CONTACT_EMAIL"],
            address=config["CONTACT_ADDRESS"],
            reference=decision.request.reference,
        ),
    ]
