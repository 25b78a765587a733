"""Money: whole cents inside, euros as the Dutch write them outside."""

import re

from flask_babel import format_currency
from flask_babel import gettext as _

from app.core.errors import Refused

AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}|-))?", re.ASCII)
ENGLISH = re.compile(r"(\d{1,9})\.(\d{2})", re.ASCII)


def euros(cents: int) -> str:
    """Return ``185000`` as ``€ 1.850,00``."""
    return str(format_currency(cents / 100, "EUR"))


def whole_euros(cents: int) -> str:
    """Return ``185040`` as ``€ 1.850``, for figures that are compared rather than paid."""
    return str(format_currency(round(cents / 100), "EUR", "¤\u00a0#,##0", currency_digits=False))


def cents(text: str) -> int:
    """Return the cents in an amount as people type it: ``1.850``, ``€ 12,50``, ``12.50``.

    Raises ``Refused`` for anything else, negative amounts included.
    """
    plain = text.replace("€", "").replace("\u00a0", " ").strip()
    english = ENGLISH.fullmatch(plain)
    dutch = english or AMOUNT.fullmatch(plain)
    if dutch is None:
        raise Refused(_("Vul een bedrag in, bijvoorbeeld 125,50."))
    whole, part = dutch.group(1).replace(".", ""), (dutch.group(2) or "0").replace("-", "0")
    return int(whole) * 100 + int(part.ljust(2, "0"))
