"""What is asked of the team of an initiative: what it needs, line by line."""

from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import (
    DateField,
    FieldList,
    FormField,
    IntegerField,
    SelectField,
    TextAreaField,
)
from wtforms.validators import NumberRange, Optional

from app.support.forms.fields import CHOOSE, Filled, LineForm, at_most, missing, rearranged
from app.support.models import BY_PEOPLE, Expertise, Need, SupportKind, SupportRequest
from app.support.values import NeedWish
from app.web.careful import CarefulForm
from app.web.forms import DAYS, options

MOST_HOURS = 400
MOST_NEEDS = 8


class NeedLine(LineForm):
    """One thing that is needed."""

    kind = SelectField(
        _l("Wat heb je nodig?"),
        [Filled(_l("Kies wat je nodig hebt."))],
        choices=lambda: options(SupportKind, first=CHOOSE),
    )
    description = TextAreaField(
        _l("Vertel er iets over"),
        [Filled(_l("Vertel in een paar woorden wat je nodig hebt.")), at_most(500)],
    )
    expertise = SelectField(
        _l("Waar moet iemand verstand van hebben?"),
        choices=lambda: options(Expertise, first=CHOOSE),
    )
    hours = IntegerField(
        _l("Hoeveel uur ongeveer?"),
        [
            Optional(),
            NumberRange(1, MOST_HOURS, _l("Vul een getal in van 1 tot en met %(max)s.")),
        ],
    )
    starts_on = DateField(_l("Vanaf wanneer?"), [Optional()], format=DAYS)
    ends_on = DateField(_l("Tot en met wanneer?"), [Optional()], format=DAYS)

    def validate(self, extra_validators: object = None) -> bool:
        """Check that hours come with a subject, and that a period ends after it starts."""
        valid = bool(super().validate(extra_validators))
        if self.is_blank:
            return valid
        if self.kind.data in BY_PEOPLE and not self.expertise.data:
            self.expertise.errors = [_("Kies waar iemand verstand van moet hebben.")]
            valid = False
        if self.kind.data == SupportKind.TEAM_HOURS and not (self.hours.data or self.hours.errors):
            self.hours.errors = [_("Vul in hoeveel uur je ongeveer nodig hebt.")]
            valid = False
        starts, ends = self.starts_on.data, self.ends_on.data
        if starts and ends and ends < starts:
            self.ends_on.errors = [_("Deze dag ligt voor de eerste dag.")]
            valid = False
        return valid

    def wish(self) -> NeedWish:
        """Return the valid answers as the service wants them."""
        kind = SupportKind.of(self.kind.data)
        by_people = kind in BY_PEOPLE
        return NeedWish(
            kind=kind,
            description=self.description.data or "",
            expertise=Expertise.of(self.expertise.data) if by_people else None,
            hours=(self.hours.data or 0) if by_people else 0,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
        )


class NeedsForm(CarefulForm):
    """Everything that is needed."""

    free_texts = ("needs.description",)
    has_moderator = False

    needs = FieldList(FormField(NeedLine), min_entries=1, max_entries=MOST_NEEDS)

    @classmethod
    def of(cls, request: SupportRequest) -> Self:
        """Return the form filled with what was sent, else with what the request says now."""
        return cls(needs=[_known(need) for need in request.needs])

    def is_rearranged(self) -> bool:
        """Add or take away a line when that was asked."""
        return rearranged([self.needs])

    def validate(self, extra_validators: object = None) -> bool:
        """Check that something is asked, and money once."""
        valid = bool(super().validate(extra_validators))
        lines = [entry.form for entry in self.needs if not entry.form.is_blank]
        if not lines:
            missing(self.needs, "kind", _("Kies wat je nodig hebt."))
            return False
        if sum(line.kind.data == SupportKind.MONEY for line in lines) > 1:
            self.form_errors = [_("Je hebt twee keer “Geld” gekozen. Zet alles bij één.")]
            return False
        return valid

    def wishes(self) -> tuple[NeedWish, ...]:
        """Return the valid answers as the service wants them."""
        return tuple(entry.form.wish() for entry in self.needs if not entry.form.is_blank)


def _known(need: Need) -> dict[str, object]:
    return {
        "kind": need.kind.value,
        "description": need.description,
        "expertise": need.expertise,
        "hours": need.hours or None,
        "starts_on": need.starts_on,
        "ends_on": need.ends_on,
    }
