"""What organisations keep of a person."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.core.keeping import Fate, Kept
from app.organisations.models import Membership, Organisation

KEPT = (
    Kept(
        code="memberships",
        name=_l("Organisaties waar je bij hoort"),
        term=_l("Zolang je erbij hoort."),
        fate=Fate.GOES,
        told=select(Organisation.name.label("organisation"), Membership.role).join_from(
            Membership, Organisation
        ),
        points=(Membership.user_id,),
    ),
)
