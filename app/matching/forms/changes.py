"""What is asked of who changes a plan: which hours, what about them, and why."""

from collections.abc import Sequence
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms.fields import RadioField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired

from app.matching.forms.rounds import reason_field
from app.matching.models import ChoiceKind, PlanChoice, PlanLine
from app.matching.service import Change
from app.matching.words import hours_of
from app.web.forms import Option, PortalForm

GIVE, KEEP_AWAY = "give", "keep_away"


class ChangeForm(PortalForm):
    """Give hours to a need, or keep them away from it."""

    offer_id = SelectField(
        _l("Welke uren?"), [InputRequired(_l("Kies uren uit de lijst."))], coerce=int
    )
    what = RadioField(
        _l("Wat wil je?"),
        [InputRequired(_l("Kies wat je wilt."))],
        choices=[
            Option(GIVE, _l("Geef deze uren aan deze vraag")),
            Option(KEEP_AWAY, _l("Geef deze uren niet aan deze vraag")),
        ],
    )
    reason = reason_field(_l("Waarom?"))

    @classmethod
    def of(cls, offers: Sequence[tuple[int, str]]) -> Self:
        """Return the form for a need that these hours could serve."""
        form = cls()
        form.offer_id.choices = [Option(number, name) for number, name in offers]
        return form

    def change(self, line: PlanLine) -> Change:
        """Return what was asked: who gives other hours than the plan does, moves the need."""
        kind = ChoiceKind.VETO
        if self.what.data == GIVE:
            is_same = line.offer_id in {None, self.offer_id.data}
            kind = ChoiceKind.PIN if is_same else ChoiceKind.MOVE
        return Change(line.need_id, self.offer_id.data, kind, self.reason.data or "")


class AgainForm(PortalForm):
    """Which decisions stay when a plan is made again."""

    keep = SelectMultipleField(_l("Welke keuzes blijven?"), coerce=int)

    @classmethod
    def of(cls, chosen: Sequence[PlanChoice]) -> Self:
        """Return the form with every decision ticked, or those that were sent."""
        form = cls(keep=[one.id for one in chosen])
        form.keep.choices = [
            Option(
                one.id,
                f"{one.kind.label}: {one.need.request.initiative.title}, {hours_of(one.offer)}"
                f" ({one.by.name}: {one.reason})",
            )
            for one in chosen
        ]
        return form

    def kept(self) -> set[int]:
        """Return the ids of the decisions that stay."""
        return set(self.keep.data or [])
