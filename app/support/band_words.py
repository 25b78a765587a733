"""A band of amounts in words: for which amounts, and what we ask, when you hear and what comes after."""

from collections.abc import Sequence

from flask import current_app
from flask_babel import gettext as _

from app.core.db import LARGEST_NUMBER
from app.core.money import euros
from app.support.bands import Accounting, Asks, Band, Identity
from app.support.words import promise


def told(bands: Sequence[Band], most: int | None, rule_days: int | None) -> list[str]:
    """Return a line for each band that one can ask for, of at most ``most`` cents.

    ``rule_days`` is the term of the local rule of the budget, which goes before that of a band.
    """
    lines, above = [], 0
    for band in bands:
        if most is None or above < most:
            lines.append(" ".join([_when(band, above), *_then(band, rule_days)]))
        above = band.up_to_cents or above
    return lines


def enough_until(bands: Sequence[Band]) -> int:
    """Return the cents up to which an amount without a list of costs is enough; 0 for none."""
    until = 0
    for band in bands:
        if band.asks is not Asks.AMOUNT:
            break
        until = band.up_to_cents or LARGEST_NUMBER
    return until


def afterwards(accounting: Accounting | None) -> str:
    """Return what a team does when the money is spent; nothing is told without a band."""
    sentences = {
        Accounting.NONE: _("Achteraf hoef je niets te laten zien."),
        Accounting.REPORT: _("Na afloop vertel je wat je met het geld deed."),
        Accounting.RECEIPTS: _(
            "Na afloop vertel je wat je met het geld deed, met foto's van de bonnetjes."
        ),
    }
    return str(sentences[accounting]) if accounting else ""


def way_to_desk() -> str:
    """Return where one asks for more money than this site is for."""
    return str(
        _(
            "Dit bedrag vraag je bij het subsidieloket van de gemeente. "
            "Mail naar %(email)s of bel %(phone)s. Dan helpen we je verder.",
            email=current_app.config["CONTACT_EMAIL"],
            phone=current_app.config["CONTACT_PHONE"],
        )
    )


def _when(band: Band, above: int) -> str:
    if above:
        return str(_("Vraag je meer dan %(amount)s?", amount=euros(above)))
    return str(_("Vraag je hoogstens %(amount)s?", amount=euros(band.up_to_cents or 0)))


def _then(band: Band, rule_days: int | None) -> list[str]:
    if band.asks is Asks.DESK:
        return [way_to_desk()]
    asks = {
        Asks.AMOUNT: _("Dan is het bedrag genoeg. Een lijst van kosten hoeft niet."),
        Asks.COSTS: _("Dan vragen we een lijst van de kosten."),
        Asks.PLAN: _("Dan vragen we een plan, een lijst van de kosten, en wie de rest betaalt."),
    }
    lines = [str(asks[band.asks])]
    if band.identity is Identity.AGAIN:
        lines.append(_("Vlak voor het versturen log je nog een keer in."))
    lines.append(_("Je krijgt antwoord %(promise)s.", promise=promise(rule_days or band.term_days)))
    return [*lines, afterwards(band.accounting)]
