"""Why something is not on the list: a sentence for each rule that stops it."""

from collections.abc import Callable
from datetime import date

from flask_babel import gettext as _

from app.core.dates import date_words
from app.core.money import euros
from app.matching.engine.explain import Explanation
from app.matching.engine.facts import Facts
from app.matching.words import labels


def obstacle(reason: Explanation) -> str:
    """Return the sentence of a reason that ``explain.why_not`` gave."""
    return SENTENCES[reason.code](reason.facts)


def kind(facts: Facts) -> str:
    return str(
        _(
            "Biedt iets anders: %(offered)s. Nodig is: %(asked)s.",
            offered=labels.kinds(facts["offered"]),
            asked=labels.kinds([facts["asked"]]),
        )
    )


def area(_facts: Facts) -> str:
    return str(_("Werkt niet in dit gebied."))


def expertise(facts: Facts) -> str:
    return str(_("Weet te weinig van: %(topic)s.", topic=labels.expertise([facts["asked"]])))


def language(facts: Facts) -> str:
    return str(_("Spreekt geen %(language)s.", language=labels.language(facts["asked"])))


def period(facts: Facts) -> str:
    today, needed_until, there_until = facts["today"], facts["asked_until"], facts["offered_until"]
    if needed_until and needed_until < today:
        return str(
            _("De hulp was nodig tot en met %(day)s. Dat is voorbij.", day=date_words(needed_until))
        )
    if there_until and there_until < today:
        return str(_("Dit was er tot en met %(day)s. Dat is voorbij.", day=date_words(there_until)))
    return str(
        _(
            "Dit is er %(offered)s. De hulp is nodig %(asked)s.",
            offered=_span(facts["offered_from"], there_until),
            asked=_span(facts["asked_from"], needed_until),
        )
    )


def hours(facts: Facts) -> str:
    return str(_("Nodig is %(asked)s uur. Vrij is nog %(free)s uur.", **facts))


def budget(facts: Facts) -> str:
    return str(
        _(
            "Nodig is %(asked)s. Er is nog %(free)s.",
            asked=euros(facts["asked"]),
            free=euros(facts["free"]),
        )
    )


def ceiling(facts: Facts) -> str:
    return str(
        _(
            "Nodig is %(asked)s. Het hoogste bedrag is hier %(most)s.",
            asked=euros(facts["asked"]),
            most=euros(facts["most"]),
        )
    )


def pieces(facts: Facts) -> str:
    return str(_("Er zijn er %(asked)s nodig. Hier zijn er %(free)s.", **facts))


def conditions(facts: Facts) -> str:
    return str(_("Nog niet geregeld: %(missing)s.", missing=", ".join(facts["missing"])))


def legal_basis(_facts: Facts) -> str:
    return str(_("De gemeente heeft hier geen regels voor en mag dit nu niet geven."))


def conflict(_facts: Facts) -> str:
    return str(_("Wie om hulp vraagt, hoort zelf bij deze organisatie."))


def declined(_facts: Facts) -> str:
    return str(_("Zei al nee op deze vraag."))


def withdrawn(_facts: Facts) -> str:
    return str(_("Dit aanbod is ingetrokken."))


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return str(
            _("van %(first)s tot en met %(last)s", first=date_words(first), last=date_words(last))
        )
    if first:
        return str(_("vanaf %(first)s", first=date_words(first)))
    return str(_("tot en met %(last)s", last=date_words(last))) if last else str(_("het hele jaar"))


SENTENCES: dict[str, Callable[[Facts], str]] = {
    "kind": kind,
    "area": area,
    "expertise": expertise,
    "language": language,
    "period": period,
    "hours": hours,
    "budget": budget,
    "ceiling": ceiling,
    "pieces": pieces,
    "conditions": conditions,
    "legal_basis": legal_basis,
    "conflict": conflict,
    "declined": declined,
    "withdrawn": withdrawn,
}
