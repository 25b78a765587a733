"""What somebody says before the account goes."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import InputRequired

from app.web.forms import PortalForm


class EraseForm(PortalForm):
    """Ask whether the person means it."""

    is_sure = BooleanField(
        _l("Ik weet dat ik dit niet kan terugdraaien"),
        [InputRequired(_l("Vink aan dat je weet dat je dit niet kunt terugdraaien."))],
    )
