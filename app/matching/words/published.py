"""What everybody may know about the rules and the points: a sentence for every code of the engine."""

from typing import NamedTuple

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.matching.engine.eligibility import RULES
from app.matching.engine.weights import TABLE
from app.matching.words.comparison import part_name


class Counted(NamedTuple):
    """A part of the value: what it is called, how many points it is worth at most, and why it counts."""

    name: str
    points: int
    reason: str


def counted() -> list[Counted]:
    """Return every part of the value in published order."""
    return [Counted(part_name(row.part), row.thousandths, str(REASONS[row.part])) for row in TABLE]


def demanded() -> list[str]:
    """Return every rule that has to hold before something counts at all, in published order."""
    return [str(DEMANDS[rule]) for rule in RULES]


REASONS: dict[str, LazyString] = {
    "expertise": _l("Hulp werkt als de helper het onderwerp kent."),
    "nearness": _l("Wie alleen hier werkt, kent de mensen en de plekken."),
    "knows": _l("Vertrouwen dat er al is, hoef je niet opnieuw op te bouwen."),
    "theme": _l("Hulp voor dit thema past beter dan hulp voor alles."),
    "urgency": _l("Een plan met een datum heeft iemand nodig die op tijd begint."),
    "spread": _l("De uren van teams zijn schaars. We sparen wie al veel beloofde."),
    "goal": _l("Bewoners en gemeente spraken samen doelen af voor de wijk."),
    "first_support": _l("Een buurt die weinig hulp kreeg, gaat voor."),
}
DEMANDS: dict[str, LazyString] = {
    "kind": _l("Het is de soort hulp die je vraagt."),
    "area": _l("Het is er voor jouw buurt."),
    "expertise": _l("Het team weet genoeg van je onderwerp, als je daarom vraagt."),
    "language": _l("Het team spreekt de taal die je vraagt."),
    "period": _l("Het is er in de tijd dat je het nodig hebt."),
    "hours": _l("Het team heeft genoeg uren vrij."),
    "budget": _l("Er is genoeg geld."),
    "ceiling": _l("Je vraagt niet meer dan één plan mag krijgen."),
    "pieces": _l("Er zijn genoeg spullen."),
    "conditions": _l("Je plan voldoet aan de voorwaarden, zoals een vergunning."),
    "legal_basis": _l("De gemeente mag deze hulp geven volgens de wet."),
    "conflict": _l("Niemand beantwoordt een vraag van de eigen organisatie."),
    "declined": _l("Het team zei niet al nee tegen je vraag."),
    "withdrawn": _l("Het aanbod is niet ingetrokken."),
}
