"""What is asked of a team lead: how many hours, when, and why they are taken back."""

from collections.abc import Sequence
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms.fields import (
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from app.areas import queries as areas
from app.capacity.models import CapacityOffer, DistrictTeam, OfferKind
from app.capacity.quarters import Quarter, upcoming, words
from app.support.models import Expertise
from app.web.forms import Option, PortalForm, options

MOST_HOURS = 10_000
SHORT = Length(max=300, message=_l("Gebruik hoogstens %(max)d tekens."))


def hours_field() -> IntegerField:
    """Return the question how many hours."""
    return IntegerField(
        _l("Hoeveel uur heeft het hele team samen?"),
        [
            InputRequired(_l("Vul een getal in, bijvoorbeeld 20.")),
            NumberRange(0, MOST_HOURS, _l("Vul een getal in van 0 tot en met %(max)s.")),
        ],
    )


class OfferForm(PortalForm):
    """Hours for a quarter."""

    team_id = SelectField(_l("Welk team?"), [InputRequired(_l("Kies welk team."))], coerce=int)
    quarter = SelectField(_l("Wanneer?"), [InputRequired(_l("Kies wanneer."))])
    kind = SelectField(
        _l("Waarvoor?"), [InputRequired(_l("Kies waarvoor."))], choices=lambda: options(OfferKind)
    )
    hours = hours_field()
    note = StringField(_l("Wil je er iets bij zeggen?"), [SHORT])

    @classmethod
    def of(cls, teams: Sequence[DistrictTeam]) -> Self:
        """Return the form for a lead of these teams."""
        form = cls()
        form.team_id.choices = [Option(team.id, team.organisation.name) for team in teams]
        form.quarter.choices = [Option(one.code, words(one.starts_on)) for one in upcoming()]
        return form

    @property
    def chosen_quarter(self) -> Quarter:
        """The quarter that was chosen."""
        return next(one for one in upcoming() if one.code == self.quarter.data)

    @property
    def chosen_kind(self) -> OfferKind:
        """What the hours are for."""
        return OfferKind.of(self.kind.data)


class ChangeHoursForm(PortalForm):
    """More or fewer hours."""

    hours = hours_field()
    note = StringField(_l("Wil je er iets bij zeggen?"), [SHORT])

    @classmethod
    def of(cls, offer: CapacityOffer) -> Self:
        """Return the form filled with what was sent, else with what the offer says now."""
        return cls(hours=offer.hours, note=offer.note)


class TakeBackForm(PortalForm):
    """Why hours are taken back. It stays within the municipality."""

    reason = TextAreaField(
        _l("Waarom gaat het niet door?"), [DataRequired(_l("Schrijf waarom.")), SHORT]
    )


class TeamForm(PortalForm):
    """What a team knows about, and where it works."""

    expertise = SelectMultipleField(
        _l("Waar weet dit team veel van?"),
        [InputRequired(_l("Kies waar het team veel van weet."))],
        choices=lambda: options(Expertise),
    )
    districts = SelectMultipleField(
        _l("In welke wijken werkt dit team?"),
        [InputRequired(_l("Kies in welke wijken het team werkt."))],
        coerce=int,
    )

    @classmethod
    def of(cls, team: DistrictTeam | None) -> Self:
        """Return the form filled with what was sent, else with what is known of the team."""
        form = cls(
            expertise=list(team.expertise) if team else None,
            districts=[area.area_id for area in team.areas] if team else None,
        )
        form.districts.choices = [Option(*one) for one in areas.district_choices()]
        return form

    def chosen_expertise(self) -> list[Expertise]:
        """Return the expertise that was chosen."""
        return [Expertise.of(code) for code in self.expertise.data or []]
