"""What hours in the place of others would cost, in plain words."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.capacity.models import CapacityOffer
from app.capacity.quarters import words
from app.matching.engine.replacements import Replacement, Way
from app.matching.words.residents import fewer


def costs(option: Replacement, offer: CapacityOffer, lost: int) -> list[str]:
    """Return what is different from the hours that lapsed (``lost`` of them), and what is left."""
    sentences = []
    if option.way is Way.LATER:
        sentences.append(_("De hulp begint later: in %(period)s.", period=words(offer.starts_on)))
    if option.way is Way.FEWER:
        sentences.append(fewer(lost - option.hours))
    if option.left:
        sentences.append(
            ngettext(
                "Daarna heeft dit team nog %(num)s uur vrij.",
                "Daarna heeft dit team nog %(num)s uur vrij.",
                option.left,
            )
        )
    else:
        sentences.append(_("Daarna heeft dit team geen uren meer vrij in deze periode."))
    return [str(sentence) for sentence in sentences]
