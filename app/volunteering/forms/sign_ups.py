"""What is asked with a sign-up: as little as can be."""

from flask_babel import lazy_gettext as _l
from wtforms.fields import TextAreaField
from wtforms.validators import Length

from app.web.forms import PortalForm


class SignUpForm(PortalForm):
    """What a volunteer wants to tell the organiser."""

    note = TextAreaField(
        _l("Wil je iets zeggen tegen de organisator?"),
        [Length(max=300, message=_l("Gebruik hoogstens 300 tekens."))],
    )
