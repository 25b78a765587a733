"""What is asked of those who advise and decide."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional, ValidationError

from app.core.money import euros
from app.support.decisions import Criterion
from app.support.forms.fields import EuroField, at_most, needed
from app.support.models import Budget, SupportRequest
from app.support.values import Advice, Judgement, Reason
from app.web.forms import Option, PortalForm

IN_KIND = _l("Overzicht “Hulp voor je idee” van de gemeente")  # the rule for what is not money


class ReasonForm(PortalForm):
    """Why a step is taken back."""

    reason = TextAreaField(_l("Waarom?"), needed(_l("Schrijf waarom."), 1000))


class AdviceForm(PortalForm):
    """The advice, and the money to reserve for it."""

    text = TextAreaField(_l("Je advies"), needed(_l("Schrijf je advies."), 4000))
    budget_id = SelectField(_l("Uit welk budget?"), coerce=int)
    amount = EuroField(_l("Welk bedrag?"), [Optional()])

    @classmethod
    def about(cls, request: SupportRequest, budgets: list[Budget]) -> "AdviceForm":
        """Return the form for ``request``; without a question for money it asks for no money."""
        form = cls(amount=request.asked_cents or None)
        if not request.asks_money:
            del form.budget_id, form.amount
            return form
        form.budget_id.choices = [
            Option(0, _("Geen geld")),
            *(
                Option(
                    one.id, _("%(name)s: %(free)s vrij", name=one.name, free=euros(one.free_cents))
                )
                for one in budgets
            ),
        ]
        return form

    def advice(self) -> Advice:
        """Return the valid answers as the service wants them."""
        if "amount" not in self:
            return Advice(self.text.data or "")
        return Advice(self.text.data or "", self.budget_id.data or None, self.amount.data or 0)


def _reason(criterion: Criterion) -> TextAreaField:
    """Return the question on one criterion."""
    label = LazyString(lambda: criterion.label)
    message = _l("Schrijf waarom, bij: %(criterion)s", criterion=label)
    return TextAreaField(label, needed(message, 2000))


class JudgeForm(PortalForm):
    """The decision, with reasons on every criterion."""

    step = RadioField(
        _l("Wat is je besluit?"),
        [InputRequired(_l("Kies wat je besluit."))],
        choices=lambda: [
            Option("grant", _("Goedkeuren: alles wat gevraagd is")),
            Option("grant_partly", _("Deels goedkeuren")),
            Option("refuse", _("Afwijzen")),
        ],
    )
    other_facts = RadioField(
        _l("Zeg je (deels) nee om iets dat anders is dan het team schreef?"),
        choices=lambda: [
            Option("no", _("Nee, wat het team schreef klopt")),
            Option("yes", _("Ja, wij zien iets anders")),
        ],
        validate_choice=False,  # who says yes to everything leaves it empty
    )
    amount = EuroField(_l("Welk bedrag geef je?"), [Optional()])
    agreement = TextAreaField(_l("Wat spreken jullie af over wat geen geld is?"), [at_most(2000)])
    liveability = _reason(Criterion.LIVEABILITY)
    support_base = _reason(Criterion.SUPPORT_BASE)
    feasible = _reason(Criterion.FEASIBLE)
    fair = _reason(Criterion.FAIR)
    legal_basis = StringField(
        _l("Op welke regel baseer je dit?"),
        needed(_l("Vul in op welke regel je dit baseert."), 300),
    )

    @classmethod
    def about(cls, request: SupportRequest) -> "JudgeForm":
        """Return the form, filled with what the proposal says; without a question for money it asks for none."""
        proposal = request.standing_proposal
        budget = proposal.budget if proposal else None
        form = cls(
            amount=proposal.cents if proposal and proposal.cents else None,
            legal_basis=budget.legal_basis if budget else str(IN_KIND),
        )
        if not request.asks_money and budget is None:
            del form.amount
        if not request.asks_decision:
            del form.other_facts
        if proposal is None:  # without a proposal one can only refuse
            form.step.choices = [Option("refuse", _("Afwijzen"))]
        return form

    def validate_other_facts(self, field: RadioField) -> None:
        """Ask for a choice before a no."""
        if self.step.data in {"refuse", "grant_partly"} and field.data not in {"yes", "no"}:
            raise ValidationError(_("Kies of je nee zegt om iets dat anders is."))

    def judgement(self) -> Judgement:
        """Return the valid answers as the service wants them."""
        return Judgement(
            step=self.step.data,
            reasons=tuple(Reason(one, self[one.value].data) for one in Criterion),
            legal_basis=self.legal_basis.data or "",
            cents=(self.amount.data or 0) if "amount" in self else 0,
            agreement=self.agreement.data or "",
            other_facts="other_facts" in self and self.other_facts.data == "yes",
        )
