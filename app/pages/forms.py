"""What the pages for everybody ask."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from app.web.forms import PortalForm


class WhereForm(PortalForm):
    """Where do you want to look? A postcode with or without a house number, or a name."""

    class Meta(PortalForm.Meta):
        csrf = False  # it changes nothing, so there is nothing to forge

    where = StringField(
        _l("Je postcode of de naam van je buurt"),
        [
            DataRequired(_l("Typ een postcode of de naam van een buurt.")),
            Length(
                max=80, message=_l("Dit is te lang. Typ een postcode of de naam van een buurt.")
            ),
        ],
    )
