"""What is asked of organisers after a shift: how long somebody helped, and words of thanks."""

import re

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.fields import HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from app.volunteering.forms.versions import VersionForm
from app.volunteering.models import MOST_QUARTERS, MOST_THANKS
from app.web.careful import CarefulForm

HOURS = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?")
QUARTERS = {
    "": 0,
    "0": 0,
    "00": 0,
    "25": 1,
    "5": 2,
    "50": 2,
    "75": 3,
}  # by what is behind the comma


class HoursForm(VersionForm):
    """How long one person helped, when that is not as long as the shift lasted."""

    hours = StringField(
        _l("Hoeveel uur heeft deze persoon geholpen?"),
        [DataRequired(_l("Vul een aantal uren in, bijvoorbeeld 1,5."))],
    )

    def validate_hours(self, field: Field) -> None:
        if _quarters(field.data) is None:
            raise ValidationError(
                _("Vul hele kwartieren in, van 0,25 tot en met 24 uur. Bijvoorbeeld 1,5 of 2,25.")
            )

    @property
    def quarters(self) -> int:
        """The valid answer, in quarters of an hour."""
        return _quarters(self.hours.data) or 0


class ThanksForm(CarefulForm):
    """Words of thanks for everybody who was at a shift, and those that the writer started from."""

    free_texts = ("thanks",)
    has_moderator = False

    thanks = TextAreaField(
        _l("Je bedankje"),
        [Length(max=MOST_THANKS, message=_l("Gebruik hoogstens 500 tekens."))],
    )
    before = HiddenField()


def _quarters(text: str | None) -> int | None:
    """Return ``1,25`` as 5 quarters of an hour; nothing for what is no quarter, or too many."""
    found = HOURS.fullmatch(text or "")
    if found is None or (found[2] or "") not in QUARTERS:
        return None
    quarters = int(found[1]) * 4 + QUARTERS[found[2] or ""]
    return quarters if 1 <= quarters <= MOST_QUARTERS else None
