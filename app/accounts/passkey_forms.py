"""What the pages about passkeys ask."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from app.accounts.passkey_models import LONGEST_NAME
from app.web.forms import PortalForm

LONGEST_ANSWER = 20_000  # characters
NO_ANSWER = _l("Je browser gaf geen passkey. Probeer het opnieuw, of log op een andere manier in.")


class PasskeyForm(PortalForm):
    """Take what a browser says about a passkey: its script fills that in."""

    passkey = HiddenField(validators=[InputRequired(NO_ANSWER), Length(max=LONGEST_ANSWER)])
    verder = HiddenField()  # the path that the person wanted


class PasskeyNameForm(PortalForm):
    """Ask how a person calls a passkey."""

    name = StringField(
        _l("Hoe noem je deze passkey?"),
        [
            InputRequired(_l("Geef de passkey een naam.")),
            Length(max=LONGEST_NAME, message=_l("Gebruik hoogstens 60 tekens voor de naam.")),
        ],
    )
