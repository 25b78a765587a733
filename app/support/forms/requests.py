"""What is asked around a request: why it is taken back, which ones a list shows, and how."""

from collections.abc import Mapping
from typing import Self, TypeVar

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import SelectField, TextAreaField

from app.areas import queries as areas
from app.core.choices import Choice
from app.support.forms.fields import at_most
from app.support.lifecycle import OPEN, RequestState
from app.support.models import SupportKind
from app.support.queries import Due, OpenFilter, Whose
from app.web.forms import FilterForm, Option, PortalForm, options

C = TypeVar("C", bound=Choice)


class View(Choice):
    """The ways to look at the same list; the code stands in the address."""

    TABLE = "tabel", _l("Tabel")
    BOARD = "bord", _l("Bord")
    AGENDA = "agenda", _l("Agenda")


class WithdrawForm(PortalForm):
    """Why a request is taken back."""

    reason = TextAreaField(_l("Waarom trek je de vraag in?"), [at_most(500)])


class OpenFilterForm(FilterForm):
    """What narrows the list of open requests; a choice that does not exist is no choice."""

    kind = SelectField(_l("Wat is er nodig?"))
    state = SelectField(_l("Hoe staat het ervoor?"))
    district = SelectField(_l("Wijk"))
    due = SelectField(_l("Antwoord voor"))
    whose = SelectField(_l("Wie behandelt dit?"))
    beeld = SelectField()

    @classmethod
    def from_address(cls) -> Self:
        """Return the form with the choices of the address."""
        form = cls(request.args)
        every = _("Alles")
        form.kind.choices = options(SupportKind, first=every)
        form.state.choices = [
            Option("", every),
            *(Option(state.value, state.label) for state in RequestState if state in OPEN),
        ]
        form.district.choices = [
            Option("", every),
            *(Option(str(number), name) for number, name in areas.district_choices()),
        ]
        form.due.choices = options(Due, first=every)
        form.whose.choices = options(Whose, first=every)
        form.beeld.choices = options(View)
        return form

    @property
    def view(self) -> View:
        """How the list is shown: as a table, unless the address says otherwise."""
        return View.of(self.arguments().get("beeld", View.TABLE))

    @property
    def narrowing(self) -> dict[str, str]:
        """What was chosen, but for how it is shown."""
        return {name: code for name, code in self.arguments().items() if name != "beeld"}

    def chosen(self) -> OpenFilter:
        """Return the choices as the query wants them."""
        return filter_of(self.arguments())


def filter_of(arguments: Mapping[str, str]) -> OpenFilter:
    """Return choices that stand in an address as the query wants them."""
    districts = {str(number): number for number, _name in areas.district_choices()}
    return OpenFilter(
        kind=_member(SupportKind, arguments.get("kind")),
        state=_member(RequestState, arguments.get("state")),
        district_id=districts.get(arguments.get("district", "")),
        due=_member(Due, arguments.get("due")),
        whose=_member(Whose, arguments.get("whose")),
    )


def _member(choice: type[C], code: str | None) -> C | None:
    return choice.of(code) if code else None
