"""The questions of all pages of the registration on one page, for a phone without internet."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FormField, HiddenField, SelectMultipleField
from wtforms.validators import Regexp

from app.areas import queries as areas
from app.initiatives.forms import fields
from app.initiatives.forms.dates import DayForm
from app.initiatives.forms.photos import PhotoForm
from app.initiatives.models import InitiatorKind, NeedKind, Theme
from app.initiatives.service.answers import Needed, What, Where, Who
from app.web.careful import CarefulForm
from app.web.forms import PortalForm

KEY = r"[A-Za-z0-9_-]{43}\Z"  # 256 bits


def _key_field() -> HiddenField:
    """Return a field for a key that a phone made up; the script of the page takes care of it."""
    message = _l("Laad deze pagina opnieuw en verstuur je plan dan.")
    return HiddenField(validators=[Regexp(KEY, message=message)])


class OfflineForm(CarefulForm):
    """Vertel je plan; ``key`` is what the phone made up, so that a plan arrives once."""

    class Meta(PortalForm.Meta):
        csrf = False  # no cookie is looked at, so there is nothing to forge

    key = _key_field()
    photo = SelectMultipleField(validate_choice=False)  # keys of the photos that come after it
    title = fields.title_field()
    summary = fields.summary_field()
    plan = fields.plan_field()
    themes = fields.themes_field()
    starts_on = FormField(DayForm, _l("Wanneer wil je beginnen?"))
    neighbourhood_id = fields.neighbourhood_field()
    place = fields.place_field()
    for_whom = fields.for_whom_field()
    with_whom = fields.with_whom_field()
    initiator_kind = fields.initiator_field()
    name = fields.name_field()
    email = fields.email_field(_l("Wat is je e-mailadres?"))
    needs = fields.needs_field()
    needs_text = fields.needs_text_field()

    free_texts = ("title", "summary", "plan", "place", "for_whom", "with_whom", "needs_text")

    def __init__(self, *args: Any, **known: Any) -> None:
        super().__init__(*args, **known)
        self.neighbourhood_id.choices = {"": [("", _("Kies een buurt"))], **areas.choices()}

    def answers(self) -> tuple[What, Where, Who, Needed]:
        """Return the valid answers as the service wants them, page by page."""
        what = What(
            title=self.title.data or "",
            summary=self.summary.data or "",
            plan=self.plan.data or "",
            themes=fields.chosen(Theme, self.themes.data),
            starts_on=self.starts_on.form.value,
        )
        who = Who(
            for_whom=self.for_whom.data or "",
            with_whom=self.with_whom.data or "",
            initiator_kind=InitiatorKind.of(self.initiator_kind.data),
            name=self.name.data or "",
            email=self.email.data or "",
        )
        needed = Needed(fields.chosen(NeedKind, self.needs.data), self.needs_text.data or "")
        return what, Where(self.neighbourhood_id.data, self.place.data or ""), who, needed


class PhonePhotoForm(PhotoForm):
    """A photo of a plan that came before it; ``photo`` tells it from the others."""

    class Meta(PortalForm.Meta):
        csrf = False

    key = _key_field()
    photo = _key_field()
    warns = False  # it is sent when nobody looks; the page with all answers warns

    @property
    def problem(self) -> str:
        """What is wrong with the photo, as one text."""
        return " ".join(message for field in self for message in field.errors)
