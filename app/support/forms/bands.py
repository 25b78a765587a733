"""What is asked of those who keep the bands of amounts."""

from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import HiddenField, IntegerField, RadioField
from wtforms.validators import InputRequired, NumberRange, ValidationError

from app.core.money import euros
from app.support.bands import Accounting, Asks, Band, BandCode, Identity
from app.support.forms.fields import EuroField
from app.web.forms import Option, PortalForm, options

LONGEST = 56  # days: eight weeks (Awb 4:13)
LARGEST = 10_000_000_00  # cents


class BandForm(PortalForm):
    """A band: up to which amount, what the form asks, and what comes after."""

    version = HiddenField()  # the one the writer started from
    up_to_cents = EuroField(
        _l("Tot en met welk bedrag?"), [InputRequired(_l("Vul een bedrag in."))]
    )
    asks = RadioField(
        _l("Wat vraagt het formulier?"), [InputRequired(_l("Kies wat het formulier vraagt."))]
    )
    identity = RadioField(
        _l("Hoe zeker moet je weten wie het vraagt?"),
        [InputRequired(_l("Kies hoe zeker je het moet weten."))],
        choices=lambda: options(Identity),
    )
    term_days = IntegerField(
        _l("Binnen hoeveel dagen krijg je antwoord?"),
        [
            InputRequired(_l("Vul een aantal dagen in.")),
            NumberRange(1, LONGEST, _l("Vul een getal in van 1 tot en met %(max)s.")),
        ],
    )
    accounting = RadioField(
        _l("Wat vertelt het team na afloop?"),
        [InputRequired(_l("Kies wat het team vertelt."))],
        choices=lambda: options(Accounting),
    )

    @classmethod
    def about(cls, band: Band) -> Self:
        """Return the form filled with what was sent, else with what ``band`` says now."""
        form = cls(
            version=str(band.version),
            up_to_cents=band.up_to_cents,
            asks=band.asks.value,
            identity=band.identity.value,
            term_days=band.term_days,
            accounting=band.accounting.value,
        )
        is_last = band.code is BandCode.D
        form.asks.choices = [
            Option(one.value, one.label) for one in Asks if is_last or one is not Asks.DESK
        ]
        if is_last:
            del form.up_to_cents
        return form

    def validate_up_to_cents(self, field: EuroField) -> None:
        """Refuse a band of nothing, and one that never ends."""
        if field.data == 0:
            raise ValidationError(_("Vul een bedrag in van meer dan € 0."))
        if (field.data or 0) > LARGEST:
            raise ValidationError(
                _("Vul een bedrag in van hoogstens %(amount)s.", amount=euros(LARGEST))
            )

    def band(self, code: BandCode) -> Band:
        """Return the valid answers as the service wants them."""
        version = self.version.data or ""
        return Band(
            code=code,
            up_to_cents=self.up_to_cents.data if "up_to_cents" in self else None,
            asks=Asks.of(self.asks.data),
            identity=Identity.of(self.identity.data),
            term_days=self.term_days.data or 0,
            accounting=Accounting.of(self.accounting.data),
            version=int(version) if version.isdecimal() else -1,
        )
