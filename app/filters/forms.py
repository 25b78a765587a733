"""The name of a filter."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from app.filters.models import LONGEST_NAME
from app.web.forms import PortalForm


class NameForm(PortalForm):
    """How somebody calls a filter."""

    name = StringField(
        _l("Hoe noem je deze keuze?"),
        [
            InputRequired(_l("Geef je keuze een naam.")),
            Length(max=LONGEST_NAME, message=_l("Gebruik hoogstens 40 tekens.")),
        ],
    )
