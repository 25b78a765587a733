"""What the list of open requests says of a day: how near it is, or that it has passed, and in which week it is."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core import clock
from app.core.dates import date_words
from app.support.models import SupportRequest

SOON = 7  # days before the last day on which the list says how many there are


class Warned(NamedTuple):
    """A word, and its colour (see the macro ``tag``)."""

    text: str
    kind: str


class Week(NamedTuple):
    """What has to be answered in a week."""

    name: str
    requests: Sequence[SupportRequest]


def weeks(requests: Iterable[SupportRequest]) -> list[Week]:
    """Return open requests, the first due first, by the week of their last day; what is late comes first."""
    today = clock.today()
    this = today - timedelta(days=today.weekday())

    def monday(request: SupportRequest) -> date | None:
        due = request.decision_due_on
        return None if due is None or due < today else due - timedelta(days=due.weekday())

    return [Week(_week(day, this), list(some)) for day, some in groupby(requests, monday)]


def _week(monday: date | None, this: date) -> str:
    if monday is None:
        return str(_("Te laat"))
    named = {this: _("Deze week"), this + timedelta(weeks=1): _("Volgende week")}
    return str(named.get(monday) or _("De week van %(day)s", day=date_words(monday)))


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
