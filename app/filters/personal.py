"""What is kept of a person here: the filters they kept."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.core.keeping import Fate, Kept
from app.filters.models import SavedFilter

KEPT = (
    Kept(
        code="saved_filters",
        name=_l("Keuzes die je bewaarde voor een lijst"),
        term=_l("Tot je ze verwijdert."),
        fate=Fate.GOES,
        told=select(
            *(SavedFilter.queue, SavedFilter.name),
            *(SavedFilter.arguments, SavedFilter.created_at),
        ),
        points=(SavedFilter.user_id,),
    ),
)
