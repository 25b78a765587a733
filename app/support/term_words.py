"""A term in words: how much of it is over, why its last day moved, and what happens after it.

The page and the mails say the same, because both ask here.
"""

from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core import clock
from app.core.dates import date_words
from app.support import terms
from app.support.models import SupportRequest
from app.support.terms import Extension, Suspension, Term


def standing(request: SupportRequest) -> list[str]:
    """Return in sentences how many days are used and left, or how late the answer is."""
    term, today = terms.term_of(request), clock.today()
    if term is None:
        return []
    used, left, late = term.used(today), term.left(today), term.late(today)
    if late:
        return [
            ngettext(
                "Het antwoord is %(num)s dag te laat.",
                "Het antwoord is %(num)s dagen te laat.",
                late,
            )
        ]
    sentences = [
        ngettext("Er is %(num)s dag voorbij.", "Er zijn %(num)s dagen voorbij.", used),
        ngettext("Er is nog %(num)s dag over.", "Er zijn nog %(num)s dagen over.", left),
    ]
    if any(one.first <= today <= one.last for one in term.pauses()):
        sentences.append(_("De tijd staat nu stil."))
    return list(map(str, sentences))


def moves(request: SupportRequest) -> list[str]:
    """Return why the last day is what it is: a sentence for all that moved it, in order."""
    term = terms.term_of(request)
    if term is None:
        return []
    told = [(one.asked_on, _pause(one)) for one in term.pauses()]
    if request.extension is not None and term.extension is not None:
        told.append((term.extension.made_on, _extension(term.extension, request.extension.reason)))
    return [*(text for _day, text in sorted(told)), *_moved(term)]


def when_silent(request: SupportRequest) -> str:
    """Return what happens when the team does not answer (Awb 4:5)."""
    if request.asks_decision:
        return str(
            _("Krijgen we geen antwoord? Dan mogen we besluiten je vraag niet te behandelen.")
        )
    return str(_("Krijgen we geen antwoord? Dan gaan we verder met wat we weten."))


def when_late(request: SupportRequest) -> str:
    """Return what somebody can do when the answer is late (Awb 4:17)."""
    if not request.asks_decision:
        return str(_("Lukt het ons niet op tijd? Dan hoor je dat van ons. Bel ons gerust."))
    return str(
        _(
            "Besluiten we niet op tijd? Dan mag je ons een brief sturen waarin je vraagt om het nu "
            "te doen. Lukt het dan niet binnen twee weken? Dan heb je vaak recht op geld voor "
            "elke dag die het langer duurt."
        )
    )


def _pause(one: Suspension) -> str:
    first, last = date_words(one.first), date_words(one.last)
    if one.last >= clock.today() and one.ended_on is None:
        return str(
            _(
                "De tijd staat stil vanaf %(first)s, tot het team antwoordt. "
                "Dat kan tot en met %(last)s.",
                first=first,
                last=last,
            )
        )
    if one.days == 1:
        return str(
            _("Op %(day)s stond de tijd stil. We wachtten op antwoord van het team.", day=first)
        )
    return str(
        _(
            "Van %(first)s tot en met %(last)s stond de tijd stil. "
            "We wachtten op antwoord van het team.",
            first=first,
            last=last,
        )
    )


def _extension(extension: Extension, reason: str) -> str:
    return str(
        _(
            "Op %(made)s namen we meer tijd, tot en met %(until)s. De reden: “%(reason)s”",
            made=date_words(extension.made_on),
            until=date_words(extension.until),
            reason=reason,
        )
    )


def _moved(term: Term) -> list[str]:
    counted: date = term.counted_until
    if counted == term.due_on:
        return []
    return [
        _(
            "De laatste dag zou %(day)s zijn. Dat is een vrije dag. "
            "Daarom is het de eerste werkdag daarna.",
            day=date_words(counted),
        )
    ]
