"""Change a plan, say where it stands, and its team."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FormField, IntegerField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from app.initiatives.forms import fields
from app.initiatives.forms.dates import DayForm
from app.initiatives.models import Initiative, NeedKind, Theme
from app.initiatives.service.answers import Edited
from app.web.careful import CarefulForm
from app.web.forms import PortalForm


class EditForm(CarefulForm):
    """The whole plan; ``version`` is the one that the editor has read."""

    version = IntegerField(validators=[InputRequired()], widget=HiddenInput())
    title = fields.title_field()
    summary = fields.summary_field()
    plan = fields.plan_field()
    themes = fields.themes_field()
    place = fields.place_field()
    for_whom = fields.for_whom_field()
    with_whom = fields.with_whom_field()
    needs = fields.needs_field()
    needs_text = fields.needs_text_field()
    starts_on = FormField(DayForm, _l("Wanneer wil je beginnen?"))

    free_texts = ("title", "summary", "plan", "place", "for_whom", "with_whom", "needs_text")

    @classmethod
    def of(cls, initiative: Initiative, texts: dict[str, str]) -> "EditForm":
        """Return the form filled with ``texts`` and the choices of the plan."""
        known: dict[str, Any] = {
            **texts,
            "version": initiative.version,
            "themes": [row.theme.value for row in initiative.themes],
            "needs": initiative.needs,
            "starts_on": initiative.starts_on,
        }
        return cls.from_request(**known)

    def edited(self) -> Edited:
        """Return the valid answers as the service wants them."""
        texts = {name: self[name].data or "" for name in self.free_texts}
        return Edited(
            **texts,
            themes=fields.chosen(Theme, self.themes.data),
            needs=fields.chosen(NeedKind, self.needs.data),
            starts_on=self.starts_on.form.value,
        )


class StatusForm(PortalForm):
    """Where the plan stands now: one of the steps that are possible, and why."""

    step = RadioField(
        _l("Wat gaat er gebeuren?"), [InputRequired(_l("Kies wat er gaat gebeuren."))]
    )
    reason = TextAreaField(
        _l("Waarom?"),
        [Optional(), Length(max=1000, message=_l("Gebruik hoogstens 1000 tekens."))],
    )


class InviteForm(PortalForm):
    """Somebody for the team."""

    email = fields.email_field(_l("Wat is het e-mailadres?"))


class AnswerInvitationForm(PortalForm):
    """Yes or no to an invitation: two buttons, and the proof that one of them was meant."""
