"""What is kept of the member of staff who counted a list; of who signed it nothing is kept."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.core.keeping import WITH_SITE, Fate, Kept
from app.initiatives.models import Initiative
from app.support_base.models import PaperList

KEPT = (
    Kept(
        code="paper_lists",
        name=_l("Papieren lijsten die je telde"),
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(
            Initiative.title.label("initiative"),
            *(PaperList.place, PaperList.collected_on, PaperList.in_favour, PaperList.against),
            *(PaperList.entered_at, PaperList.withdrawn_at),
        ).join_from(PaperList, Initiative),
        points=(PaperList.by_id,),
    ),
)
