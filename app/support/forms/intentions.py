"""What is asked before a no that rests on other facts: of the official, and of the team."""

from datetime import date
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms.fields import TextAreaField
from wtforms.validators import InputRequired

from app.core import clock
from app.core.workdays import next_working_day
from app.support.forms.delays import USUAL, DayField
from app.support.forms.fields import needed
from app.support.values import Question
from app.web.careful import CarefulForm
from app.web.forms import DAYS, PortalForm


class AskViewForm(PortalForm):
    """What we think is different, and until when the team can tell what it finds."""

    text = TextAreaField(
        _l("Wat is anders dan het team schreef?"), needed(_l("Schrijf wat er anders is."), 2000)
    )
    until = DayField(
        _l("Tot en met welke dag kan het team reageren?"),
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


class ViewForm(CarefulForm):
    """What the team finds."""

    free_texts = ("text",)
    has_moderator = False

    text = TextAreaField(_l("Je reactie"), needed(_l("Schrijf je reactie."), 4000))


class NoteViewForm(PortalForm):
    """What the team told, as an official writes it down."""

    text = TextAreaField(
        _l("Wat vertelde het team?"), needed(_l("Schrijf op wat het team vertelde."), 4000)
    )
