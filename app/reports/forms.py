"""What is asked of who reports a text, and of the moderator who looks."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from app.accounts.models import Actor
from app.core.errors import DomainError
from app.core.mail import address
from app.moderation.models import Rule
from app.reports.models import LONGEST_WORDS, Topic
from app.reports.subjects import Thing
from app.web.forms import Option, PortalForm, options

SHORTEST, LONGEST_REASON = 10, 2000


class ReportForm(PortalForm):
    """Which text it is about, and what is wrong."""

    what = SelectField(_l("Waar gaat het over?"), [InputRequired(_l("Kies waar het over gaat."))])
    topic = RadioField(
        _l("Wat is er mis?"), [InputRequired(_l("Kies wat er mis is."))], choices=Topic.pairs
    )
    words = TextAreaField(
        _l("Wat wil je erbij zeggen?"),
        [Length(max=LONGEST_WORDS, message=_l("Gebruik hoogstens 1000 tekens."))],
    )
    email = EmailField(_l("Wat is je e-mailadres?"), [Optional()])

    @classmethod
    def about(cls, things: Sequence[Thing], chosen: str, *, by: Actor) -> "ReportForm":
        """Return the form with the texts to choose from; who is signed in gives no address."""
        form = cls.from_request(what=chosen)
        form.what.choices = [Option(one.code, one.label) for one in things]
        if by.is_authenticated:
            del form.email
        return form

    def validate_words(self, field: TextAreaField) -> None:
        """Ask for own words when no topic of the list fits."""
        if self.topic.data == Topic.OTHER.value and not field.data:
            raise ValidationError(_("Schrijf op wat er mis is."))

    def validate_email(self, field: EmailField) -> None:
        """Refuse what is not exactly one e-mail address; keep it as the portal writes it."""
        try:
            field.data = address(field.data or "")
        except DomainError as refusal:
            raise ValidationError(refusal.message) from refusal

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, as the service wants it."""
        email = self._fields.get("email")
        return {
            "topic": Topic.of(self.topic.data),
            "words": self.words.data or "",
            "email": email.data or "" if email else "",
        }


class AgainForm(PortalForm):
    """Why another moderator should look."""

    why = TextAreaField(
        _l("Waarom moeten we nog eens kijken?"),
        [
            InputRequired(_l("Schrijf op waarom we nog eens moeten kijken.")),
            Length(SHORTEST, LONGEST_WORDS, _l("Schrijf minstens 10 en hoogstens 1000 tekens.")),
        ],
    )


class LookForm(PortalForm):
    """What to do with a text that was reported."""

    step = RadioField(
        _l("Wat doe je met deze tekst?"), [InputRequired(_l("Kies wat je met deze tekst doet."))]
    )
    rule = SelectField(_l("Om welke regel gaat het?"), [InputRequired(_l("Kies een regel."))])
    reason = TextAreaField(
        _l("Wat schrijf je aan de maker?"),
        [
            InputRequired(_l("Schrijf op waarom. De maker leest dit woord voor woord.")),
            Length(SHORTEST, LONGEST_REASON, _l("Schrijf minstens 10 en hoogstens 2000 tekens.")),
        ],
    )

    @classmethod
    def for_text(cls, *, is_public: bool) -> "LookForm":
        """Return the form; of a text that is not on the site any more the reports can only be closed."""
        form = cls.from_request()
        form.rule.choices = options(Rule, first=_l("Kies een regel"))
        form.step.choices = (
            [
                Option("uphold", _l("Van de site halen")),
                Option("dismiss", _l("Er is niets mis mee")),
            ]
            if is_public
            else [Option("close", _l("Sluit de melding: dit staat niet meer op de site"))]
        )
        return form

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a rule and a reason only when the text goes."""
        if self.step.data != "uphold":
            self.rule.validators = self.reason.validators = ()
            self.rule.validate_choice = False
        return bool(super().validate(extra_validators))
