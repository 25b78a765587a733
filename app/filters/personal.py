"""What is kept of a person here: the filters they kept, and the columns they chose."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.core.keeping import Fate, Kept
from app.filters.models import ChosenColumns, SavedFilter

NAME = _l("Keuzes die je bewaarde voor een lijst")
TERM = _l("Tot je ze verwijdert.")
KEPT = (
    Kept(
        code="saved_filters",
        name=NAME,
        term=TERM,
        fate=Fate.GOES,
        told=select(
            *(SavedFilter.queue, SavedFilter.name),
            *(SavedFilter.arguments, SavedFilter.created_at),
        ),
        points=(SavedFilter.user_id,),
    ),
    Kept(
        code="chosen_columns",
        name=NAME,
        term=TERM,
        fate=Fate.GOES,
        told=select(ChosenColumns.queue, ChosenColumns.columns),
        points=(ChosenColumns.user_id,),
    ),
)
