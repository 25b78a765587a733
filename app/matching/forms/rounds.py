"""What is asked of who begins a round, narrows its table, or puts it aside."""

from collections.abc import Sequence
from typing import Self

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import DateField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from app.areas.tree import Place
from app.matching.queries import LineFilter
from app.web.forms import DAYS, FilterForm, Option, PortalForm

SHORT = Length(max=300, message=_l("Gebruik hoogstens %(max)d tekens."))
SERVED, WITHOUT, CHOSEN = "uren", "geen", "keuze"


def reason_field(label: str) -> TextAreaField:
    """Return the question why; it has to be answered, and the log keeps the answer."""
    return TextAreaField(label, [DataRequired(_l("Schrijf waarom.")), SHORT])


class RoundForm(PortalForm):
    """Where needs are collected, and until when."""

    area_id = SelectField(_l("Waar?"), [InputRequired(_l("Kies waar."))], coerce=int)
    until = DateField(
        _l("Tot en met welke dag tellen nieuwe vragen mee?"),
        [DataRequired(_l("Vul een datum in, bijvoorbeeld 21-11-2026."))],
        format=DAYS,
    )

    @classmethod
    def of(cls, places: Sequence[Place]) -> Self:
        """Return the form for who coordinates these places."""
        form = cls()
        form.area_id.choices = [Option(place.id, place.name) for place in places]
        return form


class DiscardForm(PortalForm):
    """Why a round is put aside."""

    reason = reason_field(_l("Waarom leg je deze verdeling weg?"))


class LineFilterForm(FilterForm):
    """What narrows the table of a plan; a choice that does not exist is no choice."""

    buurt = SelectField(_l("Buurt"))
    team = SelectField(_l("Team"))
    wat = SelectField(_l("Wat krijgt de vraag?"))

    @classmethod
    def of(cls, places: Sequence[tuple[int, str]], teams: Sequence[tuple[int, str]]) -> Self:
        """Return the form with the choices of the address."""
        form = cls(request.args)
        every = Option("", _("Alles"))
        form.buurt.choices = [every, *(Option(str(number), name) for number, name in places)]
        form.team.choices = [every, *(Option(str(number), name) for number, name in teams)]
        form.wat.choices = [
            every,
            Option(SERVED, _("Krijgt uren")),
            Option(WITHOUT, _("Krijgt geen uren")),
            Option(CHOSEN, _("Iemand koos zelf")),
        ]
        return form

    def chosen(self) -> LineFilter:
        """Return the choices as the query wants them."""
        chosen = self.arguments()
        what = chosen.get("wat")
        return LineFilter(
            neighbourhood_id=int(chosen["buurt"]) if "buurt" in chosen else None,
            team_id=int(chosen["team"]) if "team" in chosen else None,
            is_served=what == SERVED if what in {SERVED, WITHOUT} else None,
            is_chosen=what == CHOSEN,
        )
