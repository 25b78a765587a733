"""Why a task fits: a sentence for each part, to the volunteer."""

from collections.abc import Callable, Collection

from flask_babel import gettext as _

from app.core.choices import Choice
from app.matching.engine.explain import Explanation
from app.matching.engine.facts import Facts
from app.matching.engine.volunteers.problem import NEIGHBOURHOOD
from app.volunteering.kinds import DayPart, Tongue, Weekday, Work


def fits_because(reason: Explanation) -> str:
    """Return the sentence of a reason that ``volunteers.fit.why`` gave."""
    return SENTENCES[reason.code](reason.facts)


def likes(facts: Facts) -> str:
    return str(_("Dit doe je graag: %(kinds)s.", kinds=_labels(Work, facts["has"])))


def learns(facts: Facts) -> str:
    return str(_("Dit wil je leren: %(kinds)s.", kinds=_labels(Work, facts["has"])))


def nearness(facts: Facts) -> str:
    if facts["distance"] == NEIGHBOURHOOD:
        return str(_("In je eigen buurt."))
    return str(_("In je eigen wijk."))


def time(facts: Facts) -> str:
    days = _labels(Weekday, [facts["day"]])
    named = ", ".join(filter(None, [days, _labels(DayPart, facts["parts"])]))
    return str(_("Dan kun je: %(when)s.", when=named.lower()))


def room(_facts: Facts) -> str:
    return str(_("Hier zoeken ze nog mensen."))


def first_time(_facts: Facts) -> str:
    return str(_("Geschikt als je voor het eerst helpt."))


def tongue(facts: Facts) -> str:
    return str(_("Ze spreken er ook: %(languages)s.", languages=_labels(Tongue, facts["has"])))


def _labels(kind: type[Choice], codes: Collection[str]) -> str:
    return ", ".join(one.label for one in kind if one.value in codes)


SENTENCES: dict[str, Callable[[Facts], str]] = {
    "likes": likes,
    "nearness": nearness,
    "learns": learns,
    "room": room,
    "time": time,
    "first_time": first_time,
    "tongue": tongue,
}
