"""What changed in the world since a plan was made: a sentence for each difference."""

from collections.abc import Iterable, Mapping

from flask_babel import gettext as _

from app.areas import queries as areas
from app.capacity.models import CapacityOffer
from app.matching.engine.changes import Changed
from app.matching.words.faults import hours_of
from app.support.models import Need


def what_changed(
    found: Iterable[Changed], needs: Mapping[int, Need], offers: Mapping[int, CapacityOffer]
) -> list[str]:
    """Return a sentence for each difference, with the names of needs and offers."""
    return [_sentence(one, needs, offers) for one in found]


def _sentence(one: Changed, needs: Mapping[int, Need], offers: Mapping[int, CapacityOffer]) -> str:
    if isinstance(one.key, int):
        title = needs[one.key].request.initiative.title if one.key in needs else "–"
        return str(
            {
                "line_gone": _("‘%(title)s’ vraagt deze uren niet meer.", title=title),
                "line_new": _("‘%(title)s’ vraagt nu ook uren.", title=title),
                "line": _("‘%(title)s’ vraagt nu iets anders.", title=title),
            }[one.code]
        )
    if one.code == "received":
        place = areas.by_code(one.key)
        return str(_("%(place)s kreeg intussen hulp.", place=place.name if place else one.key))
    return _of_hours(one, offers.get(int(one.key.partition(":")[2])))


def _of_hours(one: Changed, offer: CapacityOffer | None) -> str:
    hours = hours_of(offer) if offer else "–"
    return str(
        {
            "supply_gone": _("%(hours)s: deze uren zijn er niet meer.", hours=hours),
            "supply_new": _("%(hours)s: deze uren kwamen erbij.", hours=hours),
            "hours": _(
                "%(hours)s: er waren %(before)s uur vrij, nu %(now)s.",
                hours=hours,
                before=one.before,
                now=one.now,
            ),
            "supply": _("%(hours)s: er is iets veranderd aan deze uren.", hours=hours),
        }[one.code]
    )
