"""What everybody may know about suggestions to volunteers: a sentence for every code of the engine."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.matching.engine.volunteers.eligibility import RULES
from app.matching.engine.volunteers.weights import TABLE
from app.matching.words.published import Counted


def counted_for_volunteers() -> list[Counted]:
    """Return every part of the value in published order."""
    return [Counted(str(NAMES[row.part]), row.thousandths, str(REASONS[row.part])) for row in TABLE]


def demanded_for_volunteers() -> list[str]:
    """Return every rule that has to hold, in published order."""
    return [str(DEMANDS[rule]) for rule in RULES]


NAMES: dict[str, LazyString] = {
    "likes": _l("Werk dat je graag doet"),
    "nearness": _l("Dichtbij"),
    "learns": _l("Iets leren"),
    "room": _l("Nog veel plek"),
    "time": _l("Een moment dat je noemde"),
    "first_time": _l("Goed voor de eerste keer"),
    "tongue": _l("Een taal die je deelt"),
}
REASONS: dict[str, LazyString] = {
    "likes": _l("Wie iets graag doet, komt terug."),
    "nearness": _l("Om de hoek meedoen is makkelijk, en je leert buren kennen."),
    "learns": _l("Iets leren is een goede reden om te helpen."),
    "room": _l("Klussen die iedereen kent, lopen vanzelf vol. Andere ziet niemand."),
    "time": _l("Een moment dat je noemt, past beter dan zomaar een moment."),
    "first_time": _l("Wie nog niet eerder hielp, begint met iets makkelijks."),
    "tongue": _l("Samen werken is fijner in een taal die je deelt."),
}
DEMANDS: dict[str, LazyString] = {
    "time": _l("Het is op een moment dat je kunt."),
    "reach": _l("Het is niet verder weg dan je wilt."),
    "room": _l("Er is nog plek."),
    "free": _l("Je doet op die tijd niet al iets anders."),
    "new": _l("Je hebt je er nog niet voor aangemeld."),
    "own": _l("Het is geen klus van je eigen plan."),
    "hidden": _l("Je zei niet: niet voor mij."),
}
