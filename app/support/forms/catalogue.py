"""What is asked of those who keep the catalogue, and how the list of requests is narrowed."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional

from app.areas import queries as areas
from app.support import queries
from app.support.forms.fields import CHOOSE, EuroField, needed
from app.support.forms.kept import KeptForm
from app.support.models import LegalRegime, SupportKind, SupportType
from app.support.values import TypePlan
from app.web.forms import Option, options


class TypeForm(KeptForm):
    """A line of the catalogue."""

    TEXTS = ("name", "description", "conditions", "promised_days", "max_cents")

    kind = SelectField(
        _l("Wat voor hulp is het?"),
        [InputRequired(_l("Kies wat voor hulp het is."))],
        choices=lambda: options(SupportKind, first=CHOOSE),
    )
    name = StringField(_l("Hoe heet het?"), needed(_l("Geef de hulp een naam."), 120))
    description = TextAreaField(_l("Wat is het?"), needed(_l("Vertel wat het is."), 2000))
    conditions = TextAreaField(_l("Voorwaarden, elke zin op een eigen regel"))
    promised_days = IntegerField(
        _l("Binnen hoeveel dagen krijg je antwoord?"),
        [
            InputRequired(_l("Vul een aantal dagen in.")),
            NumberRange(1, 365, _l("Vul een getal in van 1 tot en met %(max)s.")),
        ],
    )
    legal_regime = SelectField(
        _l("Wat voor antwoord is het?"),
        [InputRequired(_l("Kies wat voor antwoord het is."))],
        choices=lambda: options(LegalRegime, first=CHOOSE),
    )
    max_cents = EuroField(_l("Hoogste bedrag"), [Optional()])
    provider_id = SelectField(
        _l("Wie biedt het aan?"), [InputRequired(_l("Kies wie het aanbiedt."))], coerce=int
    )
    area_id = SelectField(_l("Waar kun je het krijgen?"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.provider_id.choices = [Option(*one) for one in queries.provider_choices()]
        self.area_id.choices = [
            Option(0, _("In de hele gemeente")),
            *(Option(*one) for one in areas.district_choices()),
        ]

    @classmethod
    def known(cls, thing: SupportType) -> dict[str, object]:
        return {
            "kind": thing.kind.value,
            "name": thing.name,
            "description": thing.description,
            "conditions": "\n".join(thing.conditions),
            "promised_days": thing.promised_days,
            "legal_regime": thing.legal_regime.value,
            "max_cents": thing.max_cents,
            "provider_id": thing.provider_id,
            "area_id": thing.area_id or 0,
        }

    def plan(self) -> TypePlan:
        """Return the valid answers as the service wants them."""
        return TypePlan(
            kind=SupportKind.of(self.kind.data),
            name=self.name.data or "",
            description=self.description.data or "",
            conditions=tuple(line for line in (self.conditions.data or "").split("\n") if line),
            promised_days=self.promised_days.data or 0,
            legal_regime=LegalRegime.of(self.legal_regime.data),
            max_cents=self.max_cents.data,
            provider_id=self.provider_id.data,
            area_id=self.area_id.data or None,
        )
