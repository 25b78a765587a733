"""What is asked about money: the costs, the part that is asked, and who pays the rest."""

from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import FieldList, FormField, StringField
from wtforms.validators import InputRequired, ValidationError

from app.support.forms.fields import EuroField, Filled, LineForm, at_most, missing, rearranged
from app.support.models import CostLine, FundingLine, SupportRequest
from app.support.values import Cost, Cover, MoneyPlan
from app.web.forms import PortalForm

MOST_COSTS, MOST_COVERS = 25, 10


class AmountLine(LineForm):
    """What something costs, or who pays how much."""

    description = StringField(
        _l("Waarvoor?"), [Filled(_l("Vul in waar dit bedrag voor is.")), at_most(120)]
    )
    amount = EuroField(_l("Hoeveel euro?"), [Filled(_l("Vul een bedrag in."))])

    def validate_amount(self, field: EuroField) -> None:
        """Refuse a line of nothing."""
        if field.data == 0 and not self.is_blank:
            raise ValidationError(_("Vul een bedrag in van meer dan € 0."))


class MoneyForm(PortalForm):
    """The costs, the part that is asked, and who pays the rest."""

    costs = FieldList(FormField(AmountLine), min_entries=3, max_entries=MOST_COSTS)
    asked = EuroField(
        _l("Welk bedrag vraag je van de gemeente?"),
        [InputRequired(_l("Vul in welk bedrag je van de gemeente vraagt."))],
    )
    covers = FieldList(FormField(AmountLine), min_entries=1, max_entries=MOST_COVERS)
    enough_until = 0  # cents: up to here the amount alone is enough

    @classmethod
    def of(cls, request: SupportRequest) -> Self:
        """Return the form filled with what was sent, else with what the request says now."""
        return cls(
            costs=[_known(line) for line in request.cost_lines],
            asked=request.asked_cents or None,
            covers=[_known(line) for line in request.funding_lines if not line.is_asked],
        )

    def is_rearranged(self) -> bool:
        """Add or take away a line when that was asked."""
        return rearranged([self.costs, self.covers])

    def validate(self, extra_validators: object = None) -> bool:
        """Check that there are costs, where an amount is not enough."""
        valid = bool(super().validate(extra_validators))
        if all(entry.form.is_blank for entry in self.costs) and not self._amount_is_enough:
            missing(self.costs, "description", _("Vul in wat het kost."))
            return False
        return valid

    def plan(self) -> MoneyPlan:
        """Return the valid answers as the service wants them."""
        asked = Cover(_("Gevraagd aan de gemeente"), self.asked.data or 0, is_asked=True)
        covers = (
            *([asked] if asked.cents else []),
            *(Cover(*line) for line in _filled(self.covers)),
        )
        costs = tuple(Cost(*line) for line in _filled(self.costs))
        return MoneyPlan(costs or (_together(covers),), covers)

    @property
    def _amount_is_enough(self) -> bool:
        return 0 < (self.asked.data or 0) <= self.enough_until


def _together(covers: tuple[Cover, ...]) -> Cost:
    """Return the one line of costs of who did not have to make a list."""
    return Cost(_("Alles samen"), sum(cover.cents for cover in covers))


def _known(line: CostLine | FundingLine) -> dict[str, object]:
    return {"description": line.description, "amount": line.cents}


def _filled(lines: "FieldList[Any]") -> list[tuple[str, int]]:
    return [
        (entry.form.description.data, entry.form.amount.data)
        for entry in lines
        if not entry.form.is_blank
    ]
