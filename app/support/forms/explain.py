"""What is asked of the team of an initiative: why, when, and whether it asks for a decision."""

from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import DateField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Optional

from app.support.forms.fields import needed
from app.support.models import SupportRequest
from app.support.values import Explanation
from app.web.careful import CarefulForm
from app.web.forms import DAYS, Option


class ExplainForm(CarefulForm):
    """Why and when, and whether a decision is asked."""

    free_texts = ("text",)
    has_moderator = False

    text = TextAreaField(
        _l("Waarvoor heb je dit nodig?"), needed(_l("Vertel waarvoor je dit nodig hebt."), 2000)
    )
    wanted_by = DateField(_l("Wanneer wil je het weten?"), [Optional()], format=DAYS)
    asks_decision = RadioField(
        _l("Vraag je om een besluit?"),
        [InputRequired(_l("Kies of je om een besluit vraagt."))],
        choices=lambda: [
            Option("yes", _("Ja. Ik vraag bijvoorbeeld geld of toestemming.")),
            Option("no", _("Nee. Ik heb een vraag of zoek hulp.")),
        ],
    )

    @classmethod
    def of(cls, request: SupportRequest) -> Self:
        """Return the form filled with what was sent, else with what the request says now."""
        known = bool(request.explanation) or request.asks_money
        asks = request.asks_decision or request.asks_money
        return cls(
            text=request.explanation,
            wanted_by=request.wanted_by,
            asks_decision=("yes" if asks else "no") if known else None,
        )

    def explanation(self) -> Explanation:
        """Return the valid answers as the service wants them."""
        return Explanation(
            self.text.data or "", self.wanted_by.data, self.asks_decision.data == "yes"
        )
