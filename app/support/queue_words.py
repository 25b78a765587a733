"""What the list of open requests says beside a day: how near it is, or that it has passed."""

from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core import clock
from app.support.models import SupportRequest

SOON = 7  # days before the last day on which the list says how many there are


class Warned(NamedTuple):
    """A word, and its colour (see the macro ``tag``)."""

    text: str
    kind: str


def warning(request: SupportRequest) -> Warned | None:
    """Return the word beside the last day of an open request, when there is reason for one."""
    today, due, supplement = clock.today(), request.decision_due_on, request.open_supplement
    if due is None:
        return None
    left = (due - today).days
    if left < 0:
        return Warned(ngettext("%(num)s dag te laat", "%(num)s dagen te laat", -left), "danger")
    if supplement is not None and supplement.until < today:
        return Warned(_("Geen antwoord van het team"), "warning")
    if supplement is not None:
        return Warned(_("De tijd staat stil"), "info")
    if left == 0:
        return Warned(_("Vandaag"), "warning")
    if left <= SOON:
        return Warned(ngettext("Nog %(num)s dag", "Nog %(num)s dagen", left), "warning")
    return None
