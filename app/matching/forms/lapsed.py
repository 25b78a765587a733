"""What is asked of who finds no other hours."""

from flask_babel import lazy_gettext as _l

from app.matching.forms.rounds import reason_field
from app.web.forms import PortalForm


class CloseForm(PortalForm):
    """Why there are no other hours; residents read it."""

    reason = reason_field(_l("Waarom lukt het niet?"))
