"""Which columns the file with open requests has; they stand in the address."""

from collections.abc import Sequence
from typing import Self

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms.fields import SelectMultipleField
from wtforms.validators import InputRequired

from app.support.listing import Column
from app.web.forms import FilterForm, options


class ColumnsForm(FilterForm):
    """The columns of the address."""

    kolom = SelectMultipleField(_l("Wat wil je in het bestand?"), [InputRequired()])

    @classmethod
    def from_address(cls, *, otherwise: Sequence[Column] = ()) -> Self:
        """Return the form with the columns of the address; with none there, those of ``otherwise``."""
        is_there = bool(request.args.getlist("kolom"))
        form = cls(request.args) if is_there else cls(None, kolom=list(otherwise))
        form.kolom.choices = options(Column)
        return form

    def chosen(self) -> list[Column]:
        """Return the columns, in their own order; what is no column is left out."""
        return [column for column in Column if column.value in (self.kolom.data or [])]
