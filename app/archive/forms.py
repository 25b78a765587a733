"""What is asked before a file is kept longer, and before files are destroyed."""

from datetime import date

from dateutil.relativedelta import relativedelta
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import BooleanField, DateField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from app.core import clock
from app.web.forms import DAYS, PortalForm

LONGEST = 20  # years: after that the archive itself takes over


class KeepLongerForm(PortalForm):
    """Why a file is kept, and until when."""

    until = DateField(
        _l("Tot en met welke dag bewaar je dit dossier nog?"),
        [DataRequired(_l("Vul een datum in, bijvoorbeeld 21-11-2027."))],
        format=DAYS,
    )
    reason = TextAreaField(
        _l("Waarom bewaar je het langer?"),
        [
            DataRequired(_l("Schrijf waarom je het langer bewaart.")),
            Length(max=300, message=_l("Gebruik hoogstens %(max)d tekens.")),
        ],
    )

    def validate_until(self, field: DateField) -> None:
        """Refuse a day that is over, or far away."""
        today, day = clock.today(), field.data or date.max
        if day <= today:
            raise ValidationError(_("Kies een dag die nog moet komen."))
        if day > today + relativedelta(years=LONGEST):
            raise ValidationError(_("Kies een dag binnen twintig jaar."))


class ApproveForm(PortalForm):
    """The yes of who did not make the list."""

    checked = BooleanField(
        _l("Ik heb de lijst bekeken, en het bestand is veilig bewaard"),
        [InputRequired(_l("Zet een vinkje als je de lijst hebt bekeken."))],
    )
