"""What is kept of the staff who made a destruction list, or agreed with one."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.archive.models import DestructionList
from app.core.keeping import WITH_SITE, Fate, Kept

KEPT = (
    Kept(
        code="destruction_lists",
        name=_l("Vernietigingslijsten die je maakte of goedkeurde"),
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(
            *(DestructionList.state, DestructionList.made_at, DestructionList.exported_at),
            DestructionList.ended_at,
        ),
        points=(DestructionList.made_by_id, DestructionList.ended_by_id),
    ),
)
