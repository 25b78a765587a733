"""What the registration asks: one form for each page."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FormField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from app.initiatives.forms import fields
from app.initiatives.forms.dates import DayForm
from app.initiatives.models import Initiative, InitiatorKind, NeedKind, Registration, Theme
from app.initiatives.service.answers import Needed, What, Where, Who
from app.web.careful import CarefulForm
from app.web.forms import PortalForm


class WhatForm(CarefulForm):
    """Wat wil je doen?"""

    title = fields.title_field()
    summary = fields.summary_field()
    plan = fields.plan_field()
    themes = fields.themes_field()
    starts_on = FormField(DayForm, _l("Wanneer wil je beginnen?"))

    free_texts = ("title", "summary", "plan")

    @classmethod
    def of(cls, initiative: Initiative | None) -> "WhatForm":
        """Return the form filled with what was answered before."""
        if initiative is None:
            return cls.from_request()
        return cls.from_request(
            **{name: initiative.texts[name] for name in cls.free_texts},
            themes=[row.theme.value for row in initiative.themes],
            starts_on=initiative.starts_on,
        )

    def answers(self) -> What:
        """Return the valid answers as the service wants them."""
        return What(
            title=self.title.data or "",
            summary=self.summary.data or "",
            plan=self.plan.data or "",
            themes=fields.chosen(Theme, self.themes.data),
            starts_on=self.starts_on.form.value,
        )


class WhereForm(CarefulForm):
    """Waar? The neighbourhoods that a postcode gave are the choices."""

    postcode = StringField(
        _l("Wat is de postcode van de plek?"),
        [Optional(), Length(max=10, message=_l("Deze postcode is te lang."))],
    )
    neighbourhood_id = RadioField(
        _l("In welke buurt is het?"), [InputRequired(_l("Kies een buurt."))], coerce=int
    )
    place = fields.place_field()

    free_texts = ("place",)

    def answers(self) -> Where:
        """Return the valid answers as the service wants them."""
        return Where(self.neighbourhood_id.data, self.place.data or "")


class ChooseAreaForm(CarefulForm):
    """Waar? All neighbourhoods are the choices, grouped by district."""

    neighbourhood_id = fields.neighbourhood_field()
    place = fields.place_field()

    free_texts = ("place",)

    def answers(self) -> Where:
        """Return the valid answers as the service wants them."""
        return Where(self.neighbourhood_id.data, self.place.data or "")


class WhoForm(CarefulForm):
    """Voor wie en met wie? Visitors also say who they are."""

    for_whom = fields.for_whom_field()
    with_whom = fields.with_whom_field()
    initiator_kind = fields.initiator_field()
    organisation_id = SelectField(
        _l("Doe je het namens een organisatie?"),
        [Optional()],
        coerce=lambda value: int(value) if value else None,
    )
    name = fields.name_field()
    email = fields.email_field(_l("Wat is je e-mailadres?"))

    free_texts = ("for_whom", "with_whom")

    @classmethod
    def of(
        cls, registration: Registration | None, organisations: dict[int, str], *, known: bool
    ) -> "WhoForm":
        """Return the form for a visitor, or for somebody who is ``known`` already."""
        before: dict[str, Any] = {}
        if registration:
            before = {"name": registration.name, "email": registration.email}
        form = cls.from_request(registration.initiative if registration else None, **before)
        form.organisation_id.choices = [("", _("Nee")), *organisations.items()]
        if not organisations:
            del form.organisation_id
        if known:
            del form.name, form.email
        return form

    def answers(self) -> Who:
        """Return the valid answers as the service wants them."""
        return Who(
            for_whom=self.for_whom.data or "",
            with_whom=self.with_whom.data or "",
            initiator_kind=InitiatorKind.of(self.initiator_kind.data),
            organisation_id=self.organisation_id.data if "organisation_id" in self else None,
            name=self.name.data or "" if "name" in self else "",
            email=self.email.data or "" if "email" in self else "",
        )


class NeededForm(CarefulForm):
    """Wat heb je nodig?"""

    needs = fields.needs_field()
    needs_text = fields.needs_text_field()

    free_texts = ("needs_text",)

    def answers(self) -> Needed:
        """Return the valid answers as the service wants them."""
        return Needed(fields.chosen(NeedKind, self.needs.data), self.needs_text.data or "")


class CheckForm(CarefulForm):
    """Klopt het zo? What was not looked at before is now: photos that a phone sent by itself."""

    texts: Sequence[str] = ()
    chosen: Collection[str] = ()

    @classmethod
    def of(cls, texts: Sequence[str], chosen: Collection[str]) -> "CheckForm":
        """Return the form for a plan with these texts; ``chosen`` was kept on purpose already."""
        form = cls.from_request()
        form.texts, form.chosen = texts, chosen
        return form

    def _texts(self) -> Iterator[tuple[str, str]]:
        return (("inhoud", text) for text in self.texts)

    def _in(self, text: str) -> Iterator[tuple[str, str]]:
        return ((code, words) for code, words in super()._in(text) if code not in self.chosen)


class SendForm(PortalForm):
    """Klopt het zo? Nothing to fill in: only the proof that the button was meant."""


class KeepForm(PortalForm):
    """Later verder: where to mail the link to."""

    email = fields.email_field(_l("Naar welk e-mailadres sturen we de link?"))
