"""Why this place and not higher: the names of the parts, and two neighbours beside each other."""

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.matching.engine.explain import Comparison


def above(comparison: Comparison, *, higher: str, lower: str) -> str:
    """Return why ``higher`` stands above ``lower``; both are the names people know."""
    if comparison.decided_by == "load":
        return str(
            _(
                "%(higher)s en %(lower)s hebben evenveel punten. %(higher)s beloofde nog minder uren en staat daarom eerst.",
                higher=higher,
                lower=lower,
            )
        )
    if comparison.decided_by == "order":
        return str(
            _(
                "%(higher)s en %(lower)s hebben evenveel punten. Ze staan in de vaste volgorde van de lijst.",
                higher=higher,
                lower=lower,
            )
        )
    return str(
        ngettext(
            "%(higher)s heeft %(num)s punt meer dan %(lower)s.",
            "%(higher)s heeft %(num)s punten meer dan %(lower)s.",
            comparison.lead,
            higher=higher,
            lower=lower,
        )
    )


def differences(comparison: Comparison) -> list[str]:
    """Return a line for each part that differs, the largest difference first."""
    return [
        str(
            _(
                "%(part)s: %(higher)s tegen %(lower)s",
                part=part_name(each.part),
                higher=each.higher,
                lower=each.lower,
            )
        )
        for each in comparison.differences
    ]


def part_name(code: str) -> str:
    """Return what a part of the value is called."""
    return str(PARTS[code])


PARTS: dict[str, LazyString] = {
    "expertise": _l("Kennis van het onderwerp"),
    "nearness": _l("Werkt dichtbij"),
    "knows": _l("Kent de groep"),
    "theme": _l("Past bij het thema"),
    "urgency": _l("Op tijd"),
    "spread": _l("Heeft ruimte"),
    "goal": _l("Doel van de wijk"),
    "first_support": _l("Buurt die weinig hulp kreeg"),
}
