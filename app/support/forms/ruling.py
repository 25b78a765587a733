"""What is asked of the official who answers an objection."""

from datetime import date
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Optional

from app.core import clock
from app.core.money import euros
from app.support.decisions import Decision
from app.support.forms.delays import DayField
from app.support.forms.fields import EuroField, needed
from app.support.lifecycle import RequestState
from app.support.models import Budget
from app.support.objections import Finding
from app.support.values import Ruling
from app.web.forms import DAYS, Option, PortalForm, options


class PutOffForm(PortalForm):
    """Why an answer takes longer."""

    why = TextAreaField(_l("Waarom is er meer tijd nodig?"), needed(_l("Schrijf waarom."), 1000))


class HearingForm(PortalForm):
    """When the team was heard, and what was said."""

    day = DayField(
        _l("Op welke dag was het gesprek?"), [InputRequired(_l("Vul een dag in."))], format=DAYS
    )
    words = TextAreaField(
        _l("Wat is er gezegd?"), needed(_l("Schrijf kort wat er is gezegd."), 4000)
    )

    @classmethod
    def today(cls) -> Self:
        """Return the form with today as the day."""
        return cls(day=clock.today())

    def chosen_day(self) -> date:
        return self.day.data or date.min


class RulingForm(PortalForm):
    """The answer to an objection, and what changes."""

    finding = RadioField(
        _l("Wat vind je van het bezwaar?"),
        [InputRequired(_l("Kies wat je besluit."))],
        choices=lambda: options(Finding),
    )
    reasons = TextAreaField(_l("Waarom?"), needed(_l("Schrijf waarom."), 4000))
    step = RadioField(_l("Wat is het nieuwe besluit?"), [Optional()])
    amount = EuroField(_l("Welk bedrag krijgt het team in totaal?"), [Optional()])
    budget_id = SelectField(_l("Uit welk budget?"), [Optional()], coerce=int)

    @classmethod
    def about(cls, decision: Decision, budgets: list[Budget]) -> Self:
        """Return the form; without a question for money it asks for none."""
        form = cls(amount=decision.cents or None, step="")
        form.step.choices = [
            Option("", _("Het besluit blijft zoals het was")),
            Option("grant", _("Goedkeuren: alles wat gevraagd is")),
        ]
        if decision.outcome is not RequestState.GRANTED:
            form.step.choices.append(Option("grant_partly", _("Deels goedkeuren")))
        if not decision.request.asks_money:
            del form.amount, form.budget_id
        elif decision.budget is not None:
            del form.budget_id
        else:
            form.budget_id.choices = [
                Option(0, _("Geen geld")),
                *(
                    Option(
                        one.id,
                        _("%(name)s: %(free)s vrij", name=one.name, free=euros(one.free_cents)),
                    )
                    for one in budgets
                ),
            ]
        return form

    def ruling(self) -> Ruling:
        """Return the valid answers as the service wants them; without a new decision no money."""
        step = self.step.data or ""
        has_money = bool(step) and "amount" in self
        return Ruling(
            finding=Finding.of(self.finding.data),
            reasons=self.reasons.data or "",
            step=step,
            cents=(self.amount.data or 0) if has_money else 0,
            budget_id=(self.budget_id.data or None) if "budget_id" in self else None,
        )
