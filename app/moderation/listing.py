"""The columns of the queue of a moderator: in its table and in a file for a spreadsheet, and what stands in them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.core import clock
from app.core.choices import Choice
from app.core.dates import date_words
from app.core.personal_data import label_for
from app.moderation.models import Review
from app.moderation.subjects import KINDS
from app.web.csv import Cell


class Column(Choice):
    """What can be told of a text that waits; the code stands in the address."""

    TEXT = "tekst", _l("Tekst")
    KIND = "soort", _l("Soort")
    DISTRICT = "wijk", _l("Wijk")
    AUTHOR = "van", _l("Van")
    SUBMITTED = "ingestuurd", _l("Ingestuurd")
    PROMISED = "beloofd", _l("Beloofd voor")
    DAYS = "dagen", _l("Dagen die nog over zijn")
    MARKED = "let-op", _l("Gegevens van mensen")
    APPEAL = "nieuwe-blik", _l("Nieuwe blik gevraagd")


ALWAYS = (Column.TEXT,)
CHOOSABLE = tuple(column for column in Column if column not in ALWAYS)
USUAL = (Column.KIND, Column.DISTRICT, Column.AUTHOR, Column.SUBMITTED, Column.PROMISED)


def rows_of(reviews: Sequence[Review], columns: Sequence[Column]) -> list[list[Cell]]:
    """Return a row of cells for each text that waits."""
    return [[CELLS[column](review) for column in columns] for review in reviews]


def shown(review: Review, column: Column) -> str:
    """Return what the table says, for a column that has no look of its own."""
    cell = CELLS[column](review)
    return date_words(cell) if isinstance(cell, date) else str(cell)


def _district(review: Review) -> str:
    return review.district.name if review.district else str(_("Hele gemeente"))


CELLS: Mapping[Column, Callable[[Review], Cell]] = {
    Column.TEXT: lambda one: one.title,
    Column.KIND: lambda one: str(KINDS[one.subject_type].label),
    Column.DISTRICT: _district,
    Column.AUTHOR: lambda one: one.author.name,
    Column.SUBMITTED: lambda one: clock.day_of(one.submitted_at),
    Column.PROMISED: lambda one: one.promised_on,
    Column.DAYS: lambda one: (one.promised_on - clock.today()).days,
    Column.MARKED: lambda one: ", ".join(label_for(code) for code in one.flags),
    Column.APPEAL: lambda one: str(_("Ja") if one.is_appeal else _("Nee")),
}
