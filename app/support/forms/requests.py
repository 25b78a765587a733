"""What is asked around a request: why it is taken back, and which ones a list shows."""

from typing import Self

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import SelectField, TextAreaField

from app.areas import queries as areas
from app.support.forms.fields import at_most
from app.support.lifecycle import OPEN, RequestState
from app.support.models import SupportKind
from app.support.queries import OpenFilter
from app.web.forms import FilterForm, Option, PortalForm, options


class WithdrawForm(PortalForm):
    """Why a request is taken back."""

    reason = TextAreaField(_l("Waarom trek je de vraag in?"), [at_most(500)])


class OpenFilterForm(FilterForm):
    """What narrows the list of open requests; a choice that does not exist is no choice."""

    kind = SelectField(_l("Wat is er nodig?"))
    state = SelectField(_l("Hoe staat het ervoor?"))
    district = SelectField(_l("Wijk"))

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
        return form

    def chosen(self) -> OpenFilter:
        """Return the choices as the query wants them."""
        kinds = {one.value: one for one in SupportKind}
        states = {one.value: one for one in OPEN}
        districts = {str(number): number for number, _name in areas.district_choices()}
        return OpenFilter(
            kind=kinds.get(self.kind.data or ""),
            state=states.get(self.state.data or ""),
            district_id=districts.get(self.district.data or ""),
        )
