"""What is asked of somebody who counted a list of paper."""

from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import BooleanField, DateField, IntegerField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, ValidationError

from app.core import clock
from app.support_base.models import MOST_NAMES
from app.support_base.service import Counted
from app.web.forms import DAYS, PortalForm

OLDEST = timedelta(days=2 * 366)


def _names_field(label: str) -> IntegerField:
    return IntegerField(
        label,
        [
            InputRequired(_l("Vul een getal in. Staat er niemand op? Vul dan 0 in.")),
            NumberRange(0, MOST_NAMES, _l("Vul een getal in van 0 tot en met %(max)s.")),
        ],
    )


class CountForm(PortalForm):
    """One list: where and when it went round, and how many people are for and against."""

    place = StringField(
        _l("Waar is de lijst rondgegaan?"),
        [
            DataRequired(_l("Schrijf waar de lijst is rondgegaan.")),
            Length(2, 80, _l("Gebruik 2 tot 80 tekens.")),
        ],
    )
    collected_on = DateField(
        _l("Op welke dag is de laatste naam erop gezet?"),
        [DataRequired(_l("Vul een datum in, bijvoorbeeld 21-11-2026."))],
        format=DAYS,
    )
    in_favour = _names_field(_l("Hoeveel mensen zijn voor?"))
    against = _names_field(_l("Hoeveel mensen zijn tegen?"))
    counted = BooleanField(
        _l("Ik telde de namen zelf en gaf de lijst terug aan het team"),
        [InputRequired(_l("Zet een vinkje als je de namen zelf telde en de lijst teruggaf."))],
    )

    def validate_collected_on(self, field: DateField) -> None:
        """Refuse a day that has yet to come, or so long ago that it is a slip of the finger."""
        today, day = clock.today(), field.data or date.min
        if day > today:
            raise ValidationError(_("Deze dag moet nog komen. Vul vandaag in, of een eerdere dag."))
        if day < today - OLDEST:
            raise ValidationError(_("Deze dag is meer dan twee jaar geleden. Kijk de datum na."))

    def validate_against(self, field: IntegerField) -> None:
        """Refuse a list with nobody on it."""
        if field.data == 0 and self.in_favour.data == 0:
            raise ValidationError(
                _("Op de lijst staat niemand. Vul bij voor of tegen een getal in.")
            )

    def told(self) -> Counted:
        """Return the valid answers."""
        return Counted(
            self.collected_on.data or clock.today(),
            self.place.data or "",
            self.in_favour.data or 0,
            self.against.data or 0,
        )
