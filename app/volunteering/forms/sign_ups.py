"""What is asked of volunteers, with a sign-up and after a shift: as little as can be."""

from flask_babel import lazy_gettext as _l
from wtforms.fields import TextAreaField
from wtforms.validators import DataRequired, Length

from app.volunteering.forms.versions import VersionForm
from app.web.forms import PortalForm


class SignUpForm(VersionForm):
    """What a volunteer wants to tell the organiser, and which time they looked at."""

    note = TextAreaField(
        _l("Wil je iets zeggen tegen de organisator?"),
        [Length(max=300, message=_l("Gebruik hoogstens 300 tekens."))],
    )


class ObjectionForm(PortalForm):
    """What a volunteer says against what is noted."""

    text = TextAreaField(
        _l("Wat klopt er niet?"),
        [
            DataRequired(_l("Schrijf op wat er niet klopt.")),
            Length(max=300, message=_l("Gebruik hoogstens 300 tekens.")),
        ],
    )
