"""The name of a filter, and the columns of a table and of a file."""

from collections.abc import Sequence
from typing import Self

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length

from app.core.choices import Choice
from app.filters.models import LONGEST_NAME
from app.web.forms import FilterForm, Option, PortalForm, options


class NameForm(PortalForm):
    """How somebody calls a filter."""

    name = StringField(
        _l("Hoe noem je deze keuze?"),
        [
            InputRequired(_l("Geef je keuze een naam.")),
            Length(max=LONGEST_NAME, message=_l("Gebruik hoogstens 40 tekens.")),
        ],
    )


class ColumnsForm(PortalForm):
    """What the table of a queue tells of each thing."""

    kolom = SelectMultipleField(
        _l("Welke kolommen wil je zien?"),
        [InputRequired(_l("Kies minstens één kolom."))],
    )

    @classmethod
    def among(cls, columns: Sequence[Choice], chosen: Sequence[str]) -> Self:
        """Return the form with ``columns`` to choose from, of which ``chosen`` are ticked."""
        form = cls.from_request(kolom=list(chosen))
        form.kolom.choices = [Option(one.value, one.label) for one in columns]
        return form


class FileColumnsForm(FilterForm):
    """The columns of a file, as they stand in the address."""

    kolom = SelectMultipleField(_l("Wat wil je in het bestand?"), [InputRequired()])

    @classmethod
    def from_address(cls, columns: type[Choice], *, otherwise: Sequence[str] = ()) -> Self:
        """Return the form with the columns of the address; with none there, those of ``otherwise``."""
        is_there = bool(request.args.getlist("kolom"))
        form = cls(request.args) if is_there else cls(None, kolom=list(otherwise))
        form.kolom.choices = options(columns)
        return form

    @property
    def codes(self) -> list[str]:
        """What was ticked, as it was sent."""
        return self.kolom.data or []
