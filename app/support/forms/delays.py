"""What is asked when the last day for an answer moves: a question to the team, or more time."""

from datetime import date, timedelta
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms.fields import DateField, TextAreaField
from wtforms.validators import InputRequired

from app.core import clock
from app.core.workdays import next_working_day
from app.support.forms.fields import needed
from app.support.models import SupportRequest
from app.support.values import MoreTime, Question
from app.web.forms import DAYS, PortalForm

USUAL = timedelta(weeks=2)  # to answer, and to take more time


class DayField(DateField):
    """A day that has to be there; what is no day in any year is refused in words."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; raises ``ValueError`` with a sentence when it is no day."""
        try:
            super().process_formdata(valuelist)
        except ValueError as not_a_day:
            raise ValueError(str(_l("Deze dag bestaat niet."))) from not_a_day


class AskTeamForm(PortalForm):
    """What the team is asked, and until when it can answer."""

    text = TextAreaField(
        _l("Wat wil je van het team weten?"), needed(_l("Schrijf wat je wilt weten."), 2000)
    )
    until = DayField(
        _l("Tot en met welke dag kan het team antwoorden?"),
        [InputRequired(_l("Vul een dag in."))],
        format=DAYS,
    )

    @classmethod
    def usual(cls) -> Self:
        """Return the form with the usual time to answer."""
        return cls(until=next_working_day(clock.today() + USUAL))

    def question(self) -> Question:
        """Return the valid answers as the service wants them."""
        return Question(self.text.data or "", self.until.data or date.min)


class MoreTimeForm(PortalForm):
    """A later day for the answer, and why."""

    until = DayField(
        _l("Wat is de nieuwe laatste dag?"), [InputRequired(_l("Vul een dag in."))], format=DAYS
    )
    reason = TextAreaField(_l("Waarom is er meer tijd nodig?"), needed(_l("Schrijf waarom."), 1000))

    @classmethod
    def about(cls, request: SupportRequest) -> Self:
        """Return the form with a day some time after the last one."""
        due = request.decision_due_on or clock.today()
        return cls(until=next_working_day(due + USUAL))

    def more_time(self) -> MoreTime:
        """Return the valid answers as the service wants them."""
        return MoreTime(self.until.data or date.min, self.reason.data or "")
