"""How we say when a shift is and how much room there is, the same on pages and in mails."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.dates import day_words, time_words, weekday_words
from app.volunteering.models import Shift, ShiftSeries
from app.volunteering.queries.coming import Coming
from app.volunteering.queries.next_shifts import NextShift
from app.volunteering.repeating import read

FEW = 3  # below this many people we do not show a count: it could tell who comes


def when(shift: Shift | NextShift | Coming) -> str:
    """Return ``zaterdag 21 november 2026, 14.00 tot 16.00 uur``."""
    return str(
        _(
            "%(day)s, %(start)s tot %(end)s uur",
            day=day_words(shift.starts_at),
            start=time_words(shift.starts_at),
            end=time_words(shift.ends_at),
        )
    )


def room(shift: Shift | NextShift) -> str:
    """Return how much room there is, without telling that one or two people signed up."""
    if shift.cancelled_at is not None:
        return str(_("Gaat niet door"))
    if shift.free <= 0:
        return str(_("Vol, je kunt op de wachtlijst"))
    if shift.taken < FEW:
        return str(_("Er is nog plek"))
    return str(ngettext("Nog %(num)s plek vrij", "Nog %(num)s plekken vrij", shift.free))


def repeats(series: ShiftSeries) -> str:
    """Return ``Elke twee weken: dinsdag, donderdag``."""
    every, days = read(series.rule)
    return f"{every.label}: {', '.join(weekday_words(day) for day in days)}"


def sure(numbers: tuple[int, int]) -> str:
    """Return ``3 komen zeker, 1 weet nog niet``, of who said so and who did not say yet."""
    yes, unknown = numbers
    said = [ngettext("%(num)s komt zeker", "%(num)s komen zeker", yes)]
    if unknown:
        said.append(ngettext("%(num)s weet nog niet", "%(num)s weten nog niet", unknown))
    return ", ".join(map(str, said))


def hours(quarters: int) -> str:
    """Return so many quarters of an hour as ``2 uur`` or ``1 uur en 15 minuten``."""
    number, minutes = quarters // 4, quarters % 4 * 15
    whole = ngettext("%(num)s uur", "%(num)s uur", number)
    rest = ngettext("%(num)s minuut", "%(num)s minuten", minutes)
    if not minutes:
        return str(whole)
    return str(_("%(hours)s en %(minutes)s", hours=whole, minutes=rest) if number else rest)
