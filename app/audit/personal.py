"""What the log keeps of a person."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.audit.models import Entry
from app.core.keeping import Fate, Kept

KEPT = (
    Kept(
        code="log",
        name=_l("Wat je op de site deed: het logboek"),
        term=_l("Zolang deze site er is. Niemand kan het logboek veranderen."),
        fate=Fate.NAMELESS,
        told=select(
            *(Entry.at, Entry.action, Entry.subject_type, Entry.subject_id),
            *(Entry.old, Entry.new, Entry.reason, Entry.origin),
        ),
        points=(Entry.actor_id,),
    ),
)
