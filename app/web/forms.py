"""The base of every form: Dutch messages, tidy text, and refusals put at their field."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Self

from babel.support import NullTranslations, Translations
from flask import request
from flask_babel import LazyString
from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.fields import EmailField, FieldList, FormField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice as Option  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.i18n import messages_path

from app.core.choices import Choice
from app.core.errors import DomainError
from app.core.speech import spoken
from app.core.text import one_line, tidy
from app.web.language import switched

__all__ = ["DAYS", "FilterForm", "Option", "PortalForm", "options"]

DAYS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]  # what browsers send, and what people type


def options(choice: type[Choice], *, first: str | LazyString | None = None) -> list[Option]:
    """Return the members of ``choice`` to pick from; ``first`` stands for "not chosen yet"."""
    members = [Option(member.value, member.label) for member in choice]
    return members if first is None else [Option("", str(first)), *members]


class PortalForm(FlaskForm):
    """A form of the portal; its ``accepted()`` is the question a view asks.

    Text is tidied before it is checked, so that stray blanks never cause an error.
    """

    class Meta(FlaskForm.Meta):
        locales = ("nl",)

        def get_translations(self, form: Any) -> NullTranslations:
            return _words_of_wtforms(spoken())

        def bind_field(self, form: Any, unbound_field: Any, options: Any) -> Field:
            filters = list(unbound_field.kwargs.get("filters", []))
            kind = unbound_field.field_class
            if issubclass(kind, TextAreaField):
                filters.append(tidy)
            elif kind in {StringField, EmailField}:
                filters.append(one_line)
            field: Field = unbound_field.bind(form=form, filters=filters, **options)
            return field

    @classmethod
    def from_request(cls, obj: object = None, **known: object) -> Self:
        """Return the form filled with what was sent, else with ``obj`` and ``known``."""
        return cls(obj=obj, **known)

    @property
    def was_sent(self) -> bool:
        """Whether this is an answer, not a question: also not one in another language."""
        return request.method == "POST" and not switched()

    def accepted(self) -> bool:
        """Tell whether the form was sent and is valid."""
        if not self.was_sent:
            return False
        is_valid = bool(self.validate())
        _say(self)
        return is_valid

    def refuse(self, refusal: DomainError) -> None:
        """Show the refusal of a service at its field, or on top when it has none."""
        field = self._fields.get(refusal.field or "")
        if field is None:
            self.form_errors.append(refusal.message)
        else:
            field.errors = [*field.errors, refusal.message]

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows this form: 422 when something is wrong."""
        return 422 if self.errors or self.form_errors else 200


class FilterForm(PortalForm):
    """Choices in the address that narrow a list; one that does not exist is no choice."""

    class Meta(PortalForm.Meta):
        csrf = False

    def arguments(self) -> dict[str, str]:
        """Return what was chosen, as it stands in the address."""
        return {
            field.name: field.data
            for field in self
            if field.data and any(option.value == field.data for option in field.choices)
        }

    def say(self, name: str, number: Callable[[str], int]) -> None:
        """Say behind each choice of a field how many things are shown after it."""
        for option in self._fields[name].choices:
            if option.value:
                option.label = f"{option.label} ({number(option.value)})"


@cache
def _words_of_wtforms(language: str) -> NullTranslations:
    """Return the sentences that fields bring along; Flask-WTF reads them anew for every page."""
    return Translations.load(messages_path(), [language], domain="wtforms")


def _say(fields: Iterable[Field]) -> None:
    """Turn lazy messages into words: templates know only those."""
    for field in fields:
        if isinstance(field, FormField):
            _say(field.form)
        elif isinstance(field, FieldList):
            _say(field.entries)
        else:
            field.errors = [str(message) for message in field.errors]
