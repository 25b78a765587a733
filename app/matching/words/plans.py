"""How good a plan is, in plain words: what is served, and how far from the best it can be."""

from math import ceil

from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _

from app.matching.models import Plan


def proof(plan: Plan) -> str:
    """Return what is proven about the distance to the best plan with the same decisions."""
    if plan.value == plan.bound:
        return str(_("Geen enkele verdeling is beter dan deze. Dat is bewezen."))
    tenths = ceil(plan.gap_pct * 10) / 10
    return str(
        _(
            "De beste verdeling die er kan zijn, is hoogstens %(percent)s%% beter. Dat is bewezen.",
            percent=format_decimal(tenths),
        )
    )


def served(count: int, asked: int) -> str:
    """Return how many of the requests get hours."""
    return str(
        ngettext(
            "%(served)s van %(num)s vraag krijgt uren.",
            "%(served)s van de %(num)s vragen krijgen uren.",
            asked,
            served=count,
        )
    )


def steps(count: int) -> str:
    """Return how far the work is."""
    if count == 0:
        return str(_("Het rekenen begint zo."))
    return str(ngettext("Er is %(num)s stap gedaan.", "Er zijn %(num)s stappen gedaan.", count))
