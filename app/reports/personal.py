"""What is kept of somebody who reported something."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.core.keeping import Fate, Kept
from app.reports.models import ContentReport

TOLD = (
    *(ContentReport.title, ContentReport.topic, ContentReport.words, ContentReport.state),
    *(ContentReport.plea, ContentReport.created_at, ContentReport.decided_at),
)
KEPT = (
    Kept(
        code="content_reports",
        name=_l("Wat je meldde over een tekst op de site"),
        term=_l("Een jaar nadat we keken."),
        fate=Fate.NAMELESS,
        told=select(*TOLD),
        points=(ContentReport.user_id,),
    ),
    Kept(
        code="content_reports_without_account",
        name=_l("Je e-mailadres bij een melding zonder account"),
        term=_l("30 dagen nadat we keken."),
        fate=Fate.GOES,
        told=select(*TOLD, ContentReport.email, ContentReport.confirmed_at),
        addresses=(ContentReport.email,),
    ),
)
