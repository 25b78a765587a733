"""Why what people decided about a plan cannot be kept, naming what it is and who decided it."""

from collections.abc import Iterable

from flask_babel import gettext as _

from app.capacity.models import CapacityOffer
from app.capacity.quarters import words
from app.matching.engine import explain
from app.matching.engine.choices import Fault, lines_of, supplies_of
from app.matching.engine.problem import Pair, Problem
from app.matching.engine.results import LeftOut
from app.matching.models import PlanChoice
from app.matching.words.rules import obstacle


def cannot_be_kept(
    faults: Iterable[Fault], chosen: Iterable[PlanChoice], question: Problem
) -> list[str]:
    """Return a sentence for each fault: who decided what, and why it cannot be."""
    made = {(one.need_id, f"offer:{one.offer_id}"): one for one in chosen if not one.is_veto}
    return [
        f"{_who(made[fault.match])} {_why(fault, question)}"
        for fault in faults
        if fault.match in made
    ]


def hours_of(offer: CapacityOffer) -> str:
    """Return ``Wijkteam Noord, oktober tot en met december 2026``."""
    return f"{offer.team.organisation.name}, {words(offer.starts_on)}"


def _who(choice: PlanChoice) -> str:
    return str(
        _(
            "%(who)s zette ‘%(title)s’ vast bij %(hours)s.",
            who=choice.by.name,
            title=choice.need.request.initiative.title,
            hours=hours_of(choice.offer),
        )
    )


def _why(fault: Fault, question: Problem) -> str:
    if fault.code == "rule":
        line_id, supply_id = fault.match
        pair = Pair(
            *lines_of(question)[line_id], supplies_of(question)[supply_id], question.context
        )
        reasons = explain.why_not(LeftOut(supply_id, fault.blocked), pair)
        return " ".join([str(_("Dat kan niet.")), *map(obstacle, reasons)])
    return str(
        {
            "both": _("Dezelfde uren zijn voor deze vraag ook uitgesloten. Kies één van de twee."),
            "gone": _("Dat kan niet meer. De vraag of de uren zijn er niet meer."),
            "twice": _("De vraag staat ook ergens anders vast. Kies één van de twee."),
            "full": _("Samen met wat er nog meer vaststaat, zijn er te weinig uren."),
        }[fault.code]
    )
