"""What is asked about the moments of a task."""

from datetime import UTC, datetime, time
from datetime import date as day

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form
from wtforms.fields import DateField, FormField, IntegerField, StringField, TimeField
from wtforms.validators import DataRequired, Length

from app.core.clock import AMSTERDAM
from app.core.errors import Refused
from app.volunteering.service import ShiftPlan, check_shift
from app.web.forms import PortalForm


class ShiftForm(Form):
    """One moment of a task, as a part of another form."""

    date = DateField(
        _l("Datum"),
        [DataRequired(_l("Vul een datum in, bijvoorbeeld 21-11-2026."))],
        format=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
    )
    starts = TimeField(
        _l("Begintijd"),
        [DataRequired(_l("Vul in hoe laat het begint, bijvoorbeeld 10:00."))],
        format=["%H:%M", "%H:%M:%S", "%H.%M"],
    )
    ends = TimeField(
        _l("Eindtijd"),
        [DataRequired(_l("Vul in hoe laat het klaar is, bijvoorbeeld 12:30."))],
        format=["%H:%M", "%H:%M:%S", "%H.%M"],
    )
    places = IntegerField(
        _l("Hoeveel mensen kunnen meedoen?"),
        [DataRequired(_l("Vul een getal in, bijvoorbeeld 10."))],
    )

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
            _refuse_an_hour_that_is_skipped(plan)
        except Refused as refusal:
            self[refusal.field or "date"].errors = [refusal.message]
            return False
        return True

    def plan(self) -> ShiftPlan:
        """Return the valid answers as the service wants them."""
        on, starts, ends = self.date.data, self.starts.data, self.ends.data
        if on is None or starts is None or ends is None:
            raise ValueError("plan() is for a form that was validated")
        return ShiftPlan(_in_amsterdam(on, starts), _in_amsterdam(on, ends), self.places.data or 0)


class NewShiftForm(PortalForm):
    """One more moment for a task."""

    shift = FormField(ShiftForm, _l("Nieuw moment"))


class PlacesForm(PortalForm):
    """How many people a shift has room for."""

    places = IntegerField(
        _l("Aantal plekken"), [DataRequired(_l("Vul een getal in, bijvoorbeeld 10."))]
    )


class CallOffForm(PortalForm):
    """Why a shift does not take place."""

    reason = StringField(
        _l("Waarom gaat het niet door?"),
        [Length(max=200, message=_l("Gebruik hoogstens 200 tekens."))],
    )


def _in_amsterdam(on: day, at: time) -> datetime:
    return datetime.combine(on, at, tzinfo=AMSTERDAM)


def _refuse_an_hour_that_is_skipped(plan: ShiftPlan) -> None:
    """Refuse the hour that does not exist in the night that summer time begins."""
    for moment, field in ((plan.starts_at, "starts"), (plan.ends_at, "ends")):
        if moment.astimezone(UTC).astimezone(AMSTERDAM) != moment:
            raise Refused(
                _("Deze tijd bestaat niet: de klok gaat dan een uur vooruit."), field=field
            )
