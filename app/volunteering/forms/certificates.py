"""What is asked for a certificate, and to look whether one counts."""

from flask_babel import lazy_gettext as _l
from wtforms.fields import StringField
from wtforms.validators import DataRequired, Length

from app.web.forms import PortalForm


class CertificateForm(PortalForm):
    """The name on the paper."""

    name = StringField(
        _l("Welke naam moet op het bewijs staan?"),
        [
            DataRequired(_l("Vul je naam in.")),
            Length(2, 80, _l("Gebruik 2 tot 80 tekens voor je naam.")),
        ],
    )


class CodeForm(PortalForm):
    """The code on a paper."""

    code = StringField(_l("Welke code staat op het bewijs?"), [DataRequired(_l("Vul de code in."))])
