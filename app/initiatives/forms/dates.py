"""A date asked as three boxes: easier than a calendar, on a phone and with a screen reader."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form, IntegerField
from wtforms.validators import Optional, ValidationError


class DayForm(Form):
    """Day, month and year; all empty is no date."""

    day = IntegerField(_l("Dag"), [Optional()])
    month = IntegerField(_l("Maand"), [Optional()])
    year = IntegerField(_l("Jaar"), [Optional()])

    def __init__(self, formdata: Any = None, obj: Any = None, **known: Any) -> None:
        if isinstance(obj, date):
            known |= {"day": obj.day, "month": obj.month, "year": obj.year}
            obj = None
        super().__init__(formdata, obj, **known)

    def validate_day(self, _field: IntegerField) -> None:
        """Refuse a date that does not exist, or half a date."""
        numbers = (self.year.data, self.month.data, self.day.data)
        if any(number is not None for number in numbers) and self.value is None:
            raise ValidationError(_("Deze datum bestaat niet. Vul in als: 14 5 2027."))

    @property
    def value(self) -> date | None:
        """The date that was filled in."""
        year, month, day = self.year.data, self.month.data, self.day.data
        if year is None or month is None or day is None or not 2000 <= year <= 2100:
            return None
        try:
            return date(year, month, day)
        except (ValueError, OverflowError):
            return None
