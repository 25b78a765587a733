"""Fields that several forms of this room use: amounts as the Dutch type them, lines of a list."""

from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form
from wtforms.fields import FieldList
from wtforms.validators import DataRequired, Length, StopValidation
from wtforms.widgets import TextInput

from app.core.errors import Refused
from app.core.money import cents
from app.web.forms import PortalForm

CHOOSE = _l("Maak een keuze")


class EuroField(Field):
    """An amount: typed as ``1.850`` or ``12,50``, handed on as whole cents."""

    widget = TextInput()
    data: int | None

    def process_data(self, value: Any) -> None:
        """Take what was kept: cents."""
        self.data = value

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take what was typed; raises ``ValueError`` with a sentence when it is no amount."""
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if typed:
            try:
                self.data = cents(typed)
            except Refused as refusal:
                raise ValueError(refusal.message) from refusal

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return f"{self.data // 100},{self.data % 100:02}" if self.data is not None else ""


class LineForm(PortalForm):
    """A line of a list, as a part of another form."""

    class Meta(PortalForm.Meta):
        csrf = False

    @property
    def is_blank(self) -> bool:
        return not any(str(text).strip() for field in self for text in field.raw_data or ())


class Filled:
    """Ask for an answer, unless the whole line was left blank."""

    field_flags = {"required": True}

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: Form, field: Field) -> None:
        if isinstance(form, LineForm) and form.is_blank:
            field.errors = []
            raise StopValidation()
        if field.data in (None, "") and not field.process_errors:
            raise StopValidation(str(self.message))


def rearranged(lists: Sequence["FieldList[Any]"]) -> bool:
    """Add or take away a line when that button was pressed; what was typed stays."""
    for lines in lists:
        if request.form.get("add") == lines.name:
            if len(lines.entries) < (lines.max_entries or 0):
                lines.append_entry()
            return True
        for entry in lines.entries:
            if request.form.get("remove") == entry.name:
                lines.entries.remove(entry)
                if not lines.entries:
                    lines.append_entry()
                return True
    return False


def missing(lines: "FieldList[Any]", name: str, message: str) -> None:
    """Say at the field ``name`` of the first of ``lines`` that nothing was filled in."""
    first = lines[0].form
    first[name].errors = [message]
    lines.errors = [first.errors]


def needed(message: str, most: int) -> list[DataRequired | Length]:
    """Return the checks of a text that has to be there, of at most ``most`` characters."""
    return [DataRequired(message), at_most(most)]


def at_most(most: int) -> Length:
    """Return the check of a text that may have ``most`` characters."""
    return Length(max=most, message=_l("Gebruik hoogstens %(max)d tekens."))
