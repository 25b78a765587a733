"""Why something is on the list: a sentence for each part of its value.

The sentences stand under the name of who offers it, so they need no subject.
"""

from collections.abc import Callable

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.dates import date_words
from app.matching.engine.explain import Explanation
from app.matching.engine.facts import Facts
from app.matching.words import labels


def because(reason: Explanation) -> str:
    """Return the sentence of a reason that ``explain.why`` gave."""
    return SENTENCES[reason.code](reason.facts)


def expertise(facts: Facts) -> str:
    topics = labels.expertise(facts["has"])
    if len(facts["has"]) == facts["asked"]:
        return str(_("Weet veel van wat nodig is: %(topics)s.", topics=topics))
    return str(
        _(
            "Weet veel van %(known)s van de %(asked)s onderwerpen: %(topics)s.",
            known=len(facts["has"]),
            asked=facts["asked"],
            topics=topics,
        )
    )


def nearness(facts: Facts) -> str:
    if facts["areas"] == 1:
        return str(_("Werkt alleen in dit gebied."))
    return str(
        ngettext(
            "Werkt in dit gebied en in nog %(num)s ander gebied.",
            "Werkt in dit gebied en in nog %(num)s andere gebieden.",
            facts["areas"] - 1,
        )
    )


def knows(_facts: Facts) -> str:
    return str(_("Werkte al eerder samen met deze groep."))


def theme(facts: Facts) -> str:
    themes = labels.themes(facts["has"])
    if len(facts["has"]) == facts["asked"]:
        return str(_("Past bij het plan: %(themes)s.", themes=themes))
    return str(_("Past bij een deel van het plan: %(themes)s.", themes=themes))


def urgency(facts: Facts) -> str:
    day = date_words(facts["wanted_by"])
    if facts["days"] < 0:
        return str(_("Kan nu beginnen. De hulp was al nodig op %(day)s.", day=day))
    return str(_("Kan op tijd beginnen. De hulp is nodig op %(day)s of eerder.", day=day))


def spread(facts: Facts) -> str:
    if facts["load"] is None:
        return str(_("Kost geen uren van een wijkteam."))
    if facts["load"] == 0:
        return str(_("Heeft alle uren nog vrij."))
    percent = (facts["load"] + 5) // 10
    return str(_("Heeft nog ruimte: %(percent)s%% van de uren is beloofd.", percent=percent))


def goal(facts: Facts) -> str:
    return str(
        ngettext(
            "Het plan helpt bij %(num)s doel van de wijk.",
            "Het plan helpt bij %(num)s doelen van de wijk.",
            facts["goals"],
        )
    )


def first_support(facts: Facts) -> str:
    if facts["times"] == 0:
        return str(_("Deze buurt kreeg nog niet eerder hulp."))
    return str(_("Deze buurt kreeg pas %(times)s keer hulp.", times=facts["times"]))


SENTENCES: dict[str, Callable[[Facts], str]] = {
    "expertise": expertise,
    "nearness": nearness,
    "knows": knows,
    "theme": theme,
    "urgency": urgency,
    "spread": spread,
    "goal": goal,
    "first_support": first_support,
}
