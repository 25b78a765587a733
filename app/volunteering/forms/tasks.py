"""What is asked about a task: its texts, and its first moments."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms.fields import (
    BooleanField,
    FieldList,
    FormField,
    RadioField,
    SelectMultipleField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length

from app.volunteering.forms.shifts import ShiftForm
from app.volunteering.forms.versions import VersionForm
from app.volunteering.kinds import Tongue, Work
from app.volunteering.models import MinimumAge
from app.volunteering.service import ShiftPlan, TaskPlan
from app.web.careful import CarefulForm
from app.web.forms import options

MOST_SHIFTS = 20


class TaskForm(CarefulForm):
    """The texts of a task."""

    free_texts = ("title", "what", "why", "place", "bring", "risk_note")

    title = StringField(
        _l("Hoe heet de klus?"),
        [
            DataRequired(_l("Geef de klus een naam.")),
            Length(max=80, message=_l("Gebruik hoogstens 80 tekens.")),
        ],
    )
    what = TextAreaField(
        _l("Wat ga je doen?"),
        [
            DataRequired(_l("Schrijf op wat mensen gaan doen.")),
            Length(max=1000, message=_l("Gebruik hoogstens 1000 tekens.")),
        ],
    )
    why = TextAreaField(
        _l("Waarom is dit belangrijk voor de buurt?"),
        [Length(max=500, message=_l("Gebruik hoogstens 500 tekens."))],
    )
    place = StringField(
        _l("Waar is het?"),
        [
            DataRequired(_l("Schrijf op waar mensen naartoe gaan.")),
            Length(max=200, message=_l("Gebruik hoogstens 200 tekens.")),
        ],
    )
    contact_name = StringField(
        _l("Wie is de contactpersoon?"),
        [
            DataRequired(_l("Vul in wie de contactpersoon is.")),
            Length(max=80, message=_l("Gebruik hoogstens 80 tekens.")),
        ],
    )
    bring = StringField(
        _l("Wat nemen mensen mee?"),
        [Length(max=300, message=_l("Gebruik hoogstens 300 tekens."))],
    )
    risk_note = TextAreaField(
        _l("Waar moeten mensen op letten?"),
        [
            DataRequired(_l("Schrijf op waar mensen op moeten letten.")),
            Length(max=500, message=_l("Gebruik hoogstens 500 tekens.")),
        ],
    )
    minimum_age = RadioField(
        _l("Wie kan meedoen?"),
        [DataRequired(_l("Kies wie kan meedoen."))],
        choices=MinimumAge.pairs,
        default=MinimumAge.SIXTEEN,
    )
    work = SelectMultipleField(_l("Wat voor werk is het?"), choices=lambda: options(Work))
    teaches = BooleanField(_l("Je kunt dit werk hier leren"))
    is_easy = BooleanField(_l("Geschikt als je voor het eerst helpt"))
    tongues = SelectMultipleField(
        _l("Welke talen spreken jullie nog meer?"), choices=lambda: options(Tongue)
    )
    organiser_confirms = BooleanField(_l("Ik wil elke aanmelding eerst bekijken"))

    def plan(self) -> TaskPlan:
        """Return the valid answers as the service wants them."""
        return TaskPlan(
            title=self.title.data or "",
            what=self.what.data or "",
            why=self.why.data or "",
            place=self.place.data or "",
            contact_name=self.contact_name.data or "",
            bring=self.bring.data or "",
            risk_note=self.risk_note.data or "",
            minimum_age=MinimumAge.of(self.minimum_age.data or ""),
            organiser_confirms=bool(self.organiser_confirms.data),
            work=[Work.of(code) for code in self.work.data or ()],
            teaches=bool(self.teaches.data),
            is_easy=bool(self.is_easy.data),
            tongues=[Tongue.of(code) for code in self.tongues.data or ()],
        )


class NewTaskForm(TaskForm):
    """A task with its first moments; a button adds room for another one, without a script."""

    shifts = FieldList(FormField(ShiftForm, _l("Moment")), min_entries=1, max_entries=MOST_SHIFTS)
    add_shift = SubmitField(_l("Voeg nog een moment toe"))

    def wants_another_shift(self) -> bool:
        """Tell whether the button for another moment was used; room for it is made."""
        if not self.add_shift.data:
            return False
        if len(self.shifts) < MOST_SHIFTS:
            entry = self.shifts.append_entry()
            entry.form.date.render_kw = {"autofocus": True}
        return True

    def validate(self, extra_validators: object = None) -> bool:
        """Leave out moments where nothing was filled in, as long as one stays."""
        filled_in = [entry for entry in self.shifts if not entry.form.is_blank]
        self.shifts.entries = filled_in or self.shifts.entries[:1]
        return bool(super().validate(extra_validators))

    def shift_plans(self) -> Sequence[ShiftPlan]:
        """Return the moments as the service wants them."""
        return [entry.form.plan() for entry in self.shifts]


class EditTaskForm(VersionForm, TaskForm):
    """The texts of a task that is there already, and the version the writer started from."""
