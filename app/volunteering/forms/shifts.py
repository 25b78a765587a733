"""What is asked about the moments of a task."""

from flask_babel import lazy_gettext as _l
from wtforms import Form
from wtforms.fields import DateField, FormField, IntegerField, TimeField
from wtforms.validators import DataRequired

from app.core import clock
from app.core.errors import Refused
from app.volunteering.service import ShiftPlan, check_shift
from app.web.forms import DAYS, PortalForm

TIMES = ["%H:%M", "%H:%M:%S", "%H.%M"]
A_DATE = _l("Vul een datum in, bijvoorbeeld 21-11-2026.")
A_START = _l("Vul in hoe laat het begint, bijvoorbeeld 10:00.")
AN_END = _l("Vul in hoe laat het klaar is, bijvoorbeeld 12:30.")
A_NUMBER = _l("Vul een getal in, bijvoorbeeld 10.")


class ShiftForm(Form):
    """One moment of a task, as a part of another form."""

    date = DateField(_l("Datum"), [DataRequired(A_DATE)], format=DAYS)
    starts = TimeField(_l("Begintijd"), [DataRequired(A_START)], format=TIMES)
    ends = TimeField(_l("Eindtijd"), [DataRequired(AN_END)], format=TIMES)
    places = IntegerField(_l("Hoeveel mensen kunnen meedoen?"), [DataRequired(A_NUMBER)])

    @property
    def is_blank(self) -> bool:
        return not any(text.strip() for field in self for text in field.raw_data or ())

    def validate(self, extra_validators: object = None) -> bool:
        """Ask the service whether this can be a moment, and put what it says at the field."""
        if not super().validate():
            return False
        plan = self.plan()
        try:
            check_shift(plan)
        except Refused as refusal:
            self[refusal.field or "date"].errors = [refusal.message]
            return False
        return True

    def plan(self) -> ShiftPlan:
        """Return the valid answers as the service wants them."""
        on, starts, ends = self.date.data, self.starts.data, self.ends.data
        if on is None or starts is None or ends is None:
            raise ValueError("plan() is for a form that was validated")
        begin, end = clock.on_the_wall(on, starts), clock.on_the_wall(on, ends)
        return ShiftPlan(begin, end, self.places.data or 0)


class NewShiftForm(PortalForm):
    """One more moment for a task."""

    shift = FormField(ShiftForm, _l("Nieuw moment"))


class PlacesForm(PortalForm):
    """How many people a shift has room for."""

    places = IntegerField(_l("Aantal plekken"), [DataRequired(A_NUMBER)])
