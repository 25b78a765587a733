"""What the numbers can be narrowed by: a district, and how far back."""

from collections.abc import Iterable
from typing import Self

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms.fields import SelectField

from app.areas.tree import Place
from app.web.forms import FilterForm, Option

SHORTEST = 3  # months
PERIODS = {
    "3": _l("De laatste 3 maanden"),
    "6": _l("Het laatste half jaar"),
    "12": _l("Het laatste jaar"),
}


class ScopeForm(FilterForm):
    """Where and when is counted."""

    wijk = SelectField(_l("Wijk"))
    periode = SelectField(_l("Periode"))

    @classmethod
    def from_address(cls, districts: Iterable[Place], everywhere: str) -> Self:
        """Return the form for the choice of ``districts``; ``everywhere`` says what no choice is."""
        form = cls(request.args)
        form.wijk.choices = [
            Option("", everywhere),
            *(Option(place.slug, place.name) for place in districts),
        ]
        form.periode.choices = [Option(code, str(label)) for code, label in PERIODS.items()]
        return form

    @property
    def last_months(self) -> int:
        """How far back is counted."""
        return int(self.arguments().get("periode", SHORTEST))
