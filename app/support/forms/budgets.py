"""What is asked of those who keep the budgets."""

from typing import Any

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, NumberRange, Optional

from app.areas import queries as areas
from app.core import clock
from app.core.money import whole_euros
from app.support.forms.fields import CHOOSE, EuroField, needed
from app.support.forms.kept import KeptForm
from app.support.models import Budget, LegalRegime
from app.support.values import BudgetPlan
from app.web.forms import Option, options

MOST_OF_BUDGET, MOST_OF_REQUEST = 2_000_000_000, 100_000_000  # cents


def _amount_up_to(most: int, *, missing: str) -> list[InputRequired | NumberRange]:
    """Return the checks of an amount of at least one euro and at most ``most`` cents."""
    told = LazyString(lambda: whole_euros(most))
    message = _l("Vul een bedrag in van minstens € 1 en hoogstens %(most)s.", most=told)
    return [InputRequired(missing), NumberRange(100, most, message)]


class BudgetForm(KeptForm):
    """Money for an area and a year."""

    TEXTS = ("name", "ceiling_cents", "max_per_request_cents", "legal_basis", "decision_days")

    name = StringField(_l("Hoe heet het budget?"), needed(_l("Geef het budget een naam."), 120))
    area_id = SelectField(
        _l("Voor welk gebied?"), [InputRequired(_l("Kies een gebied."))], coerce=int
    )
    year = IntegerField(
        _l("Voor welk jaar?"),
        [
            InputRequired(_l("Vul een jaar in.")),
            NumberRange(2000, 2100, _l("Vul een jaar in, bijvoorbeeld 2027.")),
        ],
    )
    ceiling_cents = EuroField(
        _l("Hoeveel geld is er in dat jaar?"),
        _amount_up_to(MOST_OF_BUDGET, missing=_l("Vul een bedrag in.")),
    )
    max_per_request_cents = EuroField(
        _l("Hoeveel kan een initiatief hoogstens vragen?"),
        _amount_up_to(MOST_OF_REQUEST, missing=_l("Vul een bedrag in.")),
    )
    legal_basis = StringField(
        _l("Op welke regel is dit gebaseerd?"),
        needed(_l("Vul in op welke regel dit is gebaseerd."), 300),
    )
    legal_regime = SelectField(
        _l("Wat voor antwoord krijgt een team?"),
        [InputRequired(_l("Kies wat voor antwoord het is."))],
        choices=lambda: options(LegalRegime, first=CHOOSE),
    )
    decision_days = IntegerField(
        _l("Binnen hoeveel dagen krijg je antwoord?"),
        [Optional(), NumberRange(1, 365, _l("Vul een getal in van 1 tot en met %(max)s."))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        town = areas.municipality()
        whole = [Option(town.id, _("Hele gemeente"))] if town else []
        self.area_id.choices = [*whole, *(Option(*one) for one in areas.district_choices())]
        if not self.was_sent and self.year.data is None:
            self.year.data = clock.today().year

    @classmethod
    def known(cls, thing: Budget) -> dict[str, object]:
        return {
            "name": thing.name,
            "area_id": thing.area_id,
            "year": thing.year,
            "ceiling_cents": thing.ceiling_cents,
            "max_per_request_cents": thing.max_per_request_cents,
            "legal_basis": thing.legal_basis,
            "legal_regime": thing.legal_regime.value,
            "decision_days": thing.decision_days,
        }

    def plan(self) -> BudgetPlan:
        """Return the valid answers as the service wants them."""
        return BudgetPlan(
            name=self.name.data or "",
            area_id=self.area_id.data,
            year=self.year.data or 0,
            ceiling_cents=self.ceiling_cents.data or 0,
            max_per_request_cents=self.max_per_request_cents.data or 0,
            legal_basis=self.legal_basis.data or "",
            legal_regime=LegalRegime.of(self.legal_regime.data),
            decision_days=self.decision_days.data,
        )
