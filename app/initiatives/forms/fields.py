"""The questions about a plan that are asked on more than one page."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    EmailField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app.core.choices import Choice
from app.core.errors import DomainError
from app.core.mail import address
from app.initiatives.models import InitiatorKind, NeedKind, Theme


def title_field() -> StringField:
    """Ask for the name of a plan."""
    return StringField(
        _l("Geef je plan een naam"),
        [
            DataRequired(_l("Geef je plan een naam.")),
            Length(3, 80, _l("Gebruik 3 tot 80 tekens voor de naam.")),
        ],
    )


def summary_field() -> TextAreaField:
    """Ask for the plan in one or two sentences."""
    return TextAreaField(
        _l("Vertel in één of twee zinnen wat je wilt doen"),
        [
            DataRequired(_l("Vertel in één of twee zinnen wat je wilt doen.")),
            Length(10, 300, _l("Gebruik 10 tot 300 tekens om kort te vertellen wat je wilt doen.")),
        ],
    )


def plan_field() -> TextAreaField:
    """Ask for the rest of the story."""
    return TextAreaField(
        _l("Wil je er meer over vertellen?"),
        [
            Optional(),
            Length(max=5000, message=_l("Gebruik hoogstens 5000 tekens voor je verhaal.")),
        ],
    )


def neighbourhood_field() -> SelectField:
    """Ask for the neighbourhood: one of all, grouped by district."""
    return SelectField(
        _l("In welke buurt is het?"),
        [InputRequired(_l("Kies een buurt."))],
        coerce=lambda value: int(value) if value else None,
    )


def place_field() -> StringField:
    """Ask for the spot within the neighbourhood."""
    return StringField(
        _l("Waar precies?"),
        [Optional(), Length(max=200, message=_l("Gebruik hoogstens 200 tekens voor de plek."))],
    )


def for_whom_field() -> TextAreaField:
    """Ask for whom the plan is."""
    return TextAreaField(
        _l("Voor wie is je plan?"),
        [
            DataRequired(_l("Vertel voor wie je plan is.")),
            Length(max=300, message=_l("Gebruik hoogstens 300 tekens om te vertellen voor wie.")),
        ],
    )


def with_whom_field() -> TextAreaField:
    """Ask with whom."""
    return TextAreaField(
        _l("Met wie doe je het?"),
        [
            Optional(),
            Length(max=300, message=_l("Gebruik hoogstens 300 tekens om te vertellen met wie.")),
        ],
    )


def initiator_field() -> RadioField:
    """Ask who takes the initiative."""
    return RadioField(
        _l("Wie neemt het initiatief?"),
        [InputRequired(_l("Kies wie het initiatief neemt."))],
        choices=InitiatorKind.pairs,
        default=InitiatorKind.RESIDENT.value,
    )


def name_field() -> StringField:
    """Ask a visitor for a name."""
    return StringField(
        _l("Hoe heet je?"),
        [
            DataRequired(_l("Vul je naam in.")),
            Length(2, 80, _l("Gebruik 2 tot 80 tekens voor je naam.")),
        ],
    )


def needs_text_field() -> TextAreaField:
    """Ask for details of what is needed."""
    return TextAreaField(
        _l("Kun je er iets meer over zeggen?"),
        [
            Optional(),
            Length(max=1000, message=_l("Gebruik hoogstens 1000 tekens voor wat je nodig hebt.")),
        ],
    )


def themes_field() -> SelectMultipleField:
    """Ask what the plan is about."""
    return _several(_l("Waar gaat je plan over?"), Theme)


def needs_field() -> SelectMultipleField:
    """Ask what the plan needs."""
    return _several(_l("Wat heb je nodig?"), NeedKind)


def email_field(label: Any) -> EmailField:
    """Ask for an e-mail address."""
    return EmailField(label, [DataRequired(_l("Vul een e-mailadres in.")), is_address])


def is_address(_form: Any, field: EmailField) -> None:
    """Refuse what is not exactly one e-mail address; keep it as the portal writes it."""
    try:
        field.data = address(field.data or "")
    except DomainError as refusal:
        raise ValidationError(refusal.message) from refusal


def chosen(kind: type[Any], codes: list[str] | None) -> tuple[Any, ...]:
    """Return the members of a choice with these codes, in the order of the list."""
    return tuple(member for member in kind if member.value in (codes or []))


def _several(label: Any, kind: type[Choice]) -> SelectMultipleField:
    return SelectMultipleField(label, [Optional()], choices=kind.pairs)
