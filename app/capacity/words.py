"""The time of a team in words that everybody may read: rounded, never hours of a person."""

from flask_babel import gettext as _
from flask_babel import ngettext

HOURS_PER_INITIATIVE = 10  # about what a team spends on one initiative in a quarter


def room(free_hours: int) -> str:
    """Return for about how many initiatives a team has time in this quarter."""
    if free_hours <= 0:
        return str(_("Dit team heeft dit kwartaal geen tijd meer."))
    return str(
        ngettext(
            "Dit team heeft dit kwartaal tijd voor ongeveer %(num)s initiatief.",
            "Dit team heeft dit kwartaal tijd voor ongeveer %(num)s initiatieven.",
            max(1, round(free_hours / HOURS_PER_INITIATIVE)),
        )
    )
