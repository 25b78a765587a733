"""What is asked of somebody who says that a plan is good."""

from flask_babel import lazy_gettext as _l

from app.initiatives.forms import fields
from app.web.forms import PortalForm


class EndorseForm(PortalForm):
    """Where to mail the link to."""

    email = fields.email_field(_l("Wat is je e-mailadres?"))


class NewNeighbourForm(PortalForm):
    """What an account needs, of somebody whose address is known already."""

    name = fields.name_field()
