"""What a moderator fills in: every judgement but "publish" needs a rule and a reason."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.moderation.models import Rule
from app.web.forms import Option, PortalForm, options

SHORTEST, LONGEST = 10, 2000


def _reason_field() -> TextAreaField:
    return TextAreaField(
        _l("Wat schrijf je aan de maker?"),
        [
            InputRequired(_l("Schrijf op waarom. De maker leest dit woord voor woord.")),
            Length(SHORTEST, LONGEST, _l("Schrijf minstens 10 en hoogstens 2000 tekens.")),
        ],
    )


def _rule_field() -> SelectField:
    return SelectField(_l("Om welke regel gaat het?"), [InputRequired(_l("Kies een regel."))])


class ReasonForm(PortalForm):
    """A reason that the author reads word for word."""

    reason = _reason_field()

    @property
    def why(self) -> str:
        """The reason as it was written."""
        return self.reason.data or ""


class AppealForm(PortalForm):
    """Why an author asks another moderator to look."""

    plea = TextAreaField(
        _l("Waarom ben je het er niet mee eens?"),
        [
            InputRequired(_l("Schrijf op waarom je het er niet mee eens bent.")),
            Length(SHORTEST, LONGEST, _l("Schrijf minstens 10 en hoogstens 2000 tekens.")),
        ],
    )

    @property
    def why(self) -> str:
        """The plea as it was written."""
        return self.plea.data or ""


class RuleForm(ReasonForm):
    """A rule with the reason why it is broken."""

    rule = _rule_field()
    reason = _reason_field()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.rule.choices = options(Rule, first=_l("Kies een regel"))

    @property
    def chosen_rule(self) -> Rule:
        """The rule that was picked."""
        return Rule.of(self.rule.data)


class JudgementForm(RuleForm):
    """What to do with a text."""

    step = RadioField(
        _l("Wat doe je met deze tekst?"),
        [InputRequired(_l("Kies wat je met deze tekst doet."))],
        choices=[
            Option("publish", _l("Plaatsen")),
            Option("request_changes", _l("Aanpassing vragen")),
            Option("reject", _l("Niet plaatsen")),
        ],
    )
    checked = BooleanField(
        _l("Ik heb gekeken: er staan geen gegevens van mensen in die er niet horen")
    )
    rule = _rule_field()  # again: errors are told in the order of the page
    reason = _reason_field()

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a rule and a reason only when the text is not published."""
        if self.step.data == "publish":
            self.rule.validators = self.reason.validators = ()
            self.rule.validate_choice = False
        return bool(super().validate(extra_validators))
