"""What the pages about the second factor ask."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from app.accounts import codes
from app.web.forms import PortalForm

LONGEST_REASON = 200  # characters


class AppCodeForm(PortalForm):
    """Ask for the code that an app shows."""

    code = StringField(_l("Code van 6 cijfers"), [InputRequired(_l("Vul de code uit je app in."))])

    def validate_code(self, field: StringField) -> None:
        """Say what a code looks like before it counts as a try."""
        typed = codes.digits(field.data or "")
        if len(typed) != 6 or not typed.isdigit():
            raise ValidationError(_l("De code heeft 6 cijfers. Typ ze over uit je app."))


class RecoveryCodeForm(PortalForm):
    """Ask for one of the codes on paper."""

    code = StringField(
        _l("Herstelcode"),
        [
            InputRequired(_l("Vul een herstelcode in.")),
            Length(max=50, message=_l("Deze herstelcode is te lang.")),
        ],
    )


class ResetForm(PortalForm):
    """Ask an administrator why the app of a colleague goes."""

    reason = StringField(
        _l("Waarom?"),
        [
            DataRequired(_l("Vul in waarom dit nodig is.")),
            Length(max=LONGEST_REASON, message=_l("Gebruik hoogstens 200 tekens.")),
        ],
    )
