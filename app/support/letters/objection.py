"""What we write about an objection: that it came, that it takes longer, and the answer."""

from datetime import date

from flask_babel import gettext as _

from app.core.dates import date_words
from app.core.money import euros
from app.support import terms
from app.support.letters.parts import Part, Said, heading, item, said
from app.support.lifecycle import RequestState
from app.support.objections import FOUNDED, Finding, Objection


def objection_came(objection: Objection) -> Said:
    """Confirm an objection, with a copy and the day of the answer (Awb 6:14, 7:10)."""
    reference = objection.decision.request.reference
    return said(
        _("We hebben je bezwaar ontvangen: %(reference)s", reference=reference),
        _("Je krijgt een besluit op je bezwaar op of voor %(day)s.", day=_due(objection)),
        _("Iemand die nog niet over je vraag besliste, bekijkt je bezwaar."),
        _("We nodigen je uit voor een gesprek.") if objection.wants_hearing else "",
        heading(_("Dit heb je geschreven:")),
        objection.text,
        *_why_late(objection),
    )


def objection_postponed(objection: Objection, before: date) -> Said:
    """Name the new day and why (Awb 7:10, third part)."""
    reference = objection.decision.request.reference
    return said(
        _("We hebben meer tijd nodig voor je bezwaar: %(reference)s", reference=reference),
        _("Je zou antwoord krijgen op of voor %(day)s. Dat lukt niet.", day=date_words(before)),
        _("Je krijgt een besluit op je bezwaar op of voor %(day)s.", day=_due(objection)),
        heading(_("Dit is waarom:")),
        objection.postponed_why,
    )


def objection_decided(objection: Objection) -> Said:
    """Return the answer, why, what changes, and how to go to court (Awb 7:11, 7:12, 8:1)."""
    reference = objection.decision.request.reference
    return said(
        _("Besluit op je bezwaar: %(reference)s", reference=reference),
        found(objection),
        *_changes(objection),
        heading(_("Dit is waarom:")),
        objection.reasons,
        *_heard(objection),
        *_court(objection),
    )


def found(objection: Objection) -> str:
    """Return in a sentence what was found of an objection that was decided."""
    words = {
        Finding.WELL_FOUNDED: _("Je hebt gelijk. Je bezwaar is gegrond."),
        Finding.PARTLY: _("Je hebt voor een deel gelijk. Je bezwaar is deels gegrond."),
        Finding.UNFOUNDED: _("We zijn het niet met je eens. Je bezwaar is ongegrond."),
        Finding.NOT_ADMISSIBLE: _(
            "We kunnen je bezwaar niet behandelen. Het is niet-ontvankelijk."
        ),
    }
    return words[objection.finding] if objection.finding else ""


def _changes(objection: Objection) -> list[str]:
    if objection.finding not in FOUNDED:
        return [_("Het besluit blijft zoals het was.")]
    decision = objection.decision
    words = {
        RequestState.GRANTED: _("We zeggen nu ja tegen je vraag."),
        RequestState.PARTLY_GRANTED: _("We zeggen nu voor een deel ja tegen je vraag."),
    }
    lines = [words[decision.outcome]]
    if decision.cents:
        lines.append(_("In totaal krijg je %(amount)s.", amount=euros(decision.cents)))
    lines.append(_("Dit komt in de plaats van het besluit van %(day)s.", day=_announced(objection)))
    return lines


def _why_late(objection: Objection) -> list[Part | str]:
    if not objection.late_reason:
        return []
    return [
        heading(_("Je bezwaar kwam na de laatste dag. Daarover schreef je:")),
        objection.late_reason,
        _("We kijken eerst of we het nog mogen behandelen."),
    ]


def _heard(objection: Objection) -> list[Part | str]:
    if objection.heard_on is None:
        return []
    day = date_words(objection.heard_on)
    return [heading(_("We spraken je op %(day)s. Toen is dit gezegd:", day=day)), objection.hearing]


def _court(objection: Objection) -> list[Part | str]:
    until = date_words(terms.appeal_until(objection.decided_on or objection.received_on))
    return [
        _("We besluiten dit namens het college van burgemeester en wethouders."),
        heading(_("Ben je het niet eens met dit besluit?")),
        _(
            "Dan kun je naar de rechtbank. Dat heet beroep. "
            "Je hebt daarvoor zes weken: tot en met %(day)s.",
            day=until,
        ),
        item(_("Schrijf waarom je het niet eens bent, en stuur een kopie van deze brief mee.")),
        item(_("Op rechtspraak.nl lees je hoe dit werkt, en wat het kost.")),
    ]


def _due(objection: Objection) -> str:
    return date_words(objection.due_on)


def _announced(objection: Objection) -> str:
    return date_words(objection.decision.announced_on)
