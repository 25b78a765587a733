"""How much there is of something: hours, money or pieces, and until when."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.dates import date_words
from app.core.money import euros
from app.matching.engine.problem import Supply


def room(supply: Supply) -> list[str]:
    """Return a sentence for everything that is counted of ``supply``; none when nothing is."""
    sentences = []
    if supply.free_hours is not None:
        sentences.append(
            _("%(free)s van %(total)s uur vrij.", free=supply.free_hours, total=supply.total_hours)
        )
    if supply.free_cents is not None:
        sentences.append(_("Er is nog %(amount)s.", amount=euros(supply.free_cents)))
    if supply.max_cents is not None:
        sentences.append(_("Hoogste bedrag: %(amount)s.", amount=euros(supply.max_cents)))
    if supply.pieces is not None:
        sentences.append(ngettext("Er is %(num)s stuk.", "Er zijn %(num)s stuks.", supply.pieces))
    if supply.ends_on is not None:
        sentences.append(_until(supply))
    return sentences


def _until(supply: Supply) -> str:
    until = date_words(supply.ends_on)
    if supply.starts_on is None:
        return str(_("Tot en met %(until)s.", until=until))
    first = date_words(supply.starts_on)
    return str(_("Van %(first)s tot en met %(until)s.", first=first, until=until))
