"""Sentences that stand on every desk."""

from datetime import datetime

from flask_babel import gettext as _

from app.core.dates import date_words


def since(moment: datetime | None) -> str:
    """Return since when something waits."""
    return str(_("Wacht sinds %(day)s.", day=date_words(moment))) if moment else ""


def sentence(words: str) -> str:
    """Return ``words`` with a full stop, unless they end with a sign already."""
    return words if words.endswith((".", "?", "!")) else f"{words}."
