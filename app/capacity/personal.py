"""What capacity keeps of a person: what they answered to requests."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.capacity.models import Response
from app.core.keeping import WITH_SITE, Fate, Kept
from app.support.models import SupportRequest

KEPT = (
    Kept(
        code="responses",
        name=_l("Reacties van jou op vragen om hulp"),
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(
            SupportRequest.reference.label("request"),
            *(Response.kind, Response.text, Response.state, Response.created_at),
        ).join_from(Response, SupportRequest),
        points=(Response.author_id,),
    ),
)
