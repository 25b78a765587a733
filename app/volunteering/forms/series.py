"""What is asked about moments that come back, and about more of them at once."""

from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms.fields import (
    BooleanField,
    DateField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    TimeField,
)
from wtforms.validators import DataRequired, Length, Optional

from app.core.dates import weekday_words
from app.volunteering.forms.shifts import A_DATE, A_NUMBER, A_START, AN_END, TIMES
from app.volunteering.forms.versions import VersionForm
from app.volunteering.models import Shift
from app.volunteering.repeating import WEEKDAYS, Every, Repetition
from app.volunteering.service import NewTimes, Scope
from app.web.forms import DAYS, PortalForm


class SeriesForm(PortalForm):
    """Moments that come back."""

    date = DateField(_l("Vanaf welke dag?"), [DataRequired(A_DATE)], format=DAYS)
    starts = TimeField(_l("Begintijd"), [DataRequired(A_START)], format=TIMES)
    ends = TimeField(_l("Eindtijd"), [DataRequired(AN_END)], format=TIMES)
    places = IntegerField(_l("Hoeveel mensen kunnen meedoen?"), [DataRequired(A_NUMBER)])
    every = RadioField(
        _l("Hoe vaak?"),
        [DataRequired(_l("Kies hoe vaak."))],
        choices=Every.pairs,
        default=Every.WEEK,
    )
    weekdays = SelectMultipleField(
        _l("Op welke dagen?"),
        choices=lambda: [(code, weekday_words(day)) for day, code in enumerate(WEEKDAYS)],
    )
    until = DateField(_l("Tot en met welke dag?"), [Optional()], format=DAYS)
    times = IntegerField(_l("Of: hoeveel keer?"), [Optional()])
    skips_holidays = BooleanField(_l("Sla feestdagen over"), default=True)

    def asked(self) -> Repetition:
        """Return the valid answers as the service wants them."""
        first, starts, ends = self.date.data, self.starts.data, self.ends.data
        if first is None or starts is None or ends is None:
            raise ValueError("asked() is for a form that was validated")
        return Repetition(
            first=first,
            starts=starts,
            ends=ends,
            places=self.places.data or 0,
            every=Every.of(self.every.data or ""),
            weekdays=frozenset(WEEKDAYS.index(code) for code in self.weekdays.data or ()),
            until=self.until.data,
            times=self.times.data,
            skips_holidays=bool(self.skips_holidays.data),
        )


class ScopeForm(PortalForm):
    """How much of a series somebody means."""

    scope = RadioField(
        _l("Voor welke momenten?"),
        [DataRequired(_l("Kies voor welke momenten."))],
        choices=Scope.pairs,
        default=Scope.ONE,
    )

    @classmethod
    def about(cls, shift: Shift, **known: object) -> Self:
        """Return the form; about a moment without a series there is nothing to choose."""
        form = cls.from_request(**known)
        if shift.series_id is None:
            del form.scope
        return form

    @property
    def chosen(self) -> Scope:
        """What was chosen."""
        return Scope.of(self.scope.data) if "scope" in self else Scope.ONE


class CallOffForm(ScopeForm):
    """Why a shift does not take place."""

    reason = StringField(
        _l("Waarom gaat het niet door?"),
        [Length(max=200, message=_l("Gebruik hoogstens 200 tekens."))],
    )


class TimesForm(VersionForm, ScopeForm):
    """Another time for moments that nobody signed up for yet."""

    starts = TimeField(_l("Begintijd"), [DataRequired(A_START)], format=TIMES)
    ends = TimeField(_l("Eindtijd"), [DataRequired(AN_END)], format=TIMES)
    places = IntegerField(_l("Hoeveel mensen kunnen meedoen?"), [DataRequired(A_NUMBER)])

    def new_times(self) -> NewTimes:
        """Return the valid answers as the service wants them."""
        starts, ends = self.starts.data, self.ends.data
        if starts is None or ends is None:
            raise ValueError("new_times() is for a form that was validated")
        return NewTimes(starts, ends, self.places.data or 0)
