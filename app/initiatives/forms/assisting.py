"""What is asked when somebody of the staff writes a plan down for a resident."""

import re
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app.accounts.post import Address, postcode
from app.initiatives.assisted import How
from app.initiatives.forms import fields
from app.initiatives.forms.wizard import WhoForm
from app.initiatives.models import Registration
from app.initiatives.service.answers import Who
from app.web.forms import PortalForm

NOT_IN_A_CODE = re.compile(r"[^0-9A-Z]")
AT_THE_DESK = (How.PHONE, How.COUNTER, How.LETTER)


def is_postcode(_form: Any, field: StringField) -> None:
    """Refuse what is no Dutch postcode; keep it as it stands on an envelope."""
    known = postcode(field.data or "")
    if known is None:
        raise ValidationError(str(_l("Vul een postcode in, bijvoorbeeld 1234 AB.")))
    field.data = known


class AssistedWhoForm(WhoForm):
    """Voor wie en met wie, and who the resident is: with e-mail, or else with a postal address."""

    name = StringField(
        _l("Hoe heet de bewoner?"),
        [
            DataRequired(_l("Vul de naam van de bewoner in.")),
            Length(2, 80, _l("Gebruik 2 tot 80 tekens voor de naam.")),
        ],
    )
    email = EmailField(_l("E-mailadres van de bewoner"), [Optional(), fields.is_address])
    street = StringField(
        _l("Straat en huisnummer"),
        [Optional(), Length(3, 120, _l("Gebruik 3 tot 120 tekens voor straat en huisnummer."))],
    )
    postcode = StringField(_l("Postcode"), [Optional(), is_postcode])
    town = StringField(
        _l("Plaats"), [Optional(), Length(2, 80, _l("Gebruik 2 tot 80 tekens voor de plaats."))]
    )

    @classmethod
    def of_resident(cls, registration: Registration) -> "AssistedWhoForm":
        """Return the form with what is known of the resident; the writer's organisations are not asked."""
        known = {name: getattr(registration, name) for name in ("name", "email")}
        form = cls.from_request(registration.initiative, **known, **registration.address._asdict())
        del form.organisation_id
        return form

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a whole postal address of who has no e-mail."""
        is_valid = super().validate(extra_validators)
        if (self.email.data or "").strip():
            return is_valid
        asked = {
            self.street: _l("Vul straat en huisnummer in, of een e-mailadres."),
            self.postcode: _l("Vul de postcode in."),
            self.town: _l("Vul de plaats in."),
        }
        for field, words in asked.items():
            if not field.data and not field.errors:
                field.errors = [*field.errors, str(words)]
        return is_valid and not any(field.errors for field in asked)

    def answers(self) -> Who:
        """Return the valid answers; an address on paper is kept only of who has no e-mail."""
        told = super().answers()
        if told.email:
            return told
        where = Address(self.street.data or "", self.postcode.data or "", self.town.data or "")
        return Who(
            told.for_whom, told.with_whom, told.initiator_kind, name=told.name, address=where
        )


class AgreementForm(PortalForm):
    """The resident says yes at the desk: how, and the code of the letter."""

    how = RadioField(
        _l("Hoe zei de bewoner ja?"),
        [InputRequired(_l("Kies hoe de bewoner ja zei."))],
        choices=lambda: [(how.value, how.label) for how in AT_THE_DESK],
    )
    code = StringField(
        _l("De code van de brief"), [DataRequired(_l("Vul de code van de brief in."))]
    )

    @property
    def letters(self) -> str:
        """The code as it is kept: capitals, and nothing between them."""
        return NOT_IN_A_CODE.sub("", (self.code.data or "").upper())
