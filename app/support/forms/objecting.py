"""What is asked of a team that objects."""

from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import RadioField, TextAreaField
from wtforms.validators import InputRequired

from app.core import clock
from app.support.decisions import Decision
from app.support.forms.fields import at_most, needed
from app.support.values import Protest
from app.web.careful import CarefulForm
from app.web.forms import Option


class ProtestForm(CarefulForm):
    """Why a team does not agree, and whether it wants to tell more."""

    free_texts = ("text", "late")
    has_moderator = False

    text = TextAreaField(
        _l("Waarom ben je het niet eens met het besluit?"),
        needed(_l("Schrijf waarom je het niet eens bent met het besluit."), 4000),
    )
    late = TextAreaField(_l("Waarom is je bezwaar later?"), [at_most(1000)])
    wants_hearing = RadioField(
        _l("Wil je er met ons over praten?"),
        [InputRequired(_l("Kies of je wilt praten."))],
        choices=lambda: [Option("yes", _("Ja")), Option("no", _("Nee"))],
    )

    @classmethod
    def about(cls, decision: Decision) -> Self:
        """Return the form; it asks why it is late only after the last day."""
        form = cls()
        if decision.objection_until is None or clock.today() <= decision.objection_until:
            del form.late
        return form

    def protest(self) -> Protest:
        """Return the valid answers as the service wants them."""
        late = (self.late.data or "") if "late" in self else ""
        return Protest(self.text.data or "", self.wants_hearing.data == "yes", late)
