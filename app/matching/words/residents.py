"""What residents read about the hours that a plan gives them, or does not: in the mail and on the page.

Never a number of points, and nothing of the request of somebody else.
"""

from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from app.capacity.models import CapacityOffer
from app.capacity.quarters import words
from app.matching.models import PlanLine
from app.matching.reasons import Reasons
from app.matching.words.parts import because
from app.matching.words.reasons import helps, why_not


class Told(NamedTuple):
    """What a need gets, the reasons under ``because``, and how it goes on."""

    gets: str
    because: str
    reasons: tuple[str, ...]
    goes_on: tuple[str, ...]


def told(line: PlanLine, reasons: Reasons) -> Told:
    """Return what residents read about one line of a plan that was approved."""
    title = line.need.request.initiative.title
    if line.offer is not None:
        return _with_hours(line.offer, line.hours, title, reasons)
    going_on = [
        *helps(reasons),
        _("Je vraag blijft staan. De wijkcoördinator zoekt met je naar iets anders."),
    ]
    return Told(
        str(_("Voor “%(title)s” houden we nu geen uren van een wijkteam vrij.", title=title)),
        str(_("Waarom niet?")),
        tuple(why_not(reasons)),
        tuple(map(str, going_on)),
    )


def fewer(hours: int) -> str:
    """Return how many hours less it is than before."""
    return str(
        ngettext(
            "Dat is %(num)s uur minder dan eerst.",
            "Dat is %(num)s uur minder dan eerst.",
            hours,
        )
    )


def _with_hours(offer: CapacityOffer, hours: int, title: str, reasons: Reasons) -> Told:
    chosen = [str(_("Een coördinator koos voor dit team."))] if reasons.is_pinned else []
    return Told(
        str(
            _(
                "%(team)s houdt %(hours)s vrij voor “%(title)s”, in %(period)s.",
                team=offer.team.organisation.name,
                hours=ngettext("%(num)s uur", "%(num)s uur", hours),
                title=title,
                period=words(offer.starts_on),
            )
        ),
        str(_("Waarom dit team?")),
        (*chosen, *map(because, reasons.because)),
        (str(_("Het is zeker zodra de gemeente besluit over je vraag.")),),
    )
