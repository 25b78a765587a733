"""What a moderator fills in: every judgement but "publish" needs a rule and a reason."""

from collections.abc import Mapping, Sequence
from typing import Self, TypeVar

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.areas.tree import Place
from app.core.choices import Choice
from app.initiatives.models import Theme
from app.moderation.models import Rule
from app.moderation.narrowing import Group, QueueFilter, Wait, count
from app.moderation.subjects import KINDS
from app.web.forms import FilterForm, Option, PortalForm, options

SHORTEST, LONGEST = 10, 2000
STEPS = {
    "publish": Option("publish", _l("Plaatsen")),
    "request_changes": Option("request_changes", _l("Aanpassing vragen")),
    "reject": Option("reject", _l("Niet plaatsen")),
}


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
        choices=list(STEPS.values()),
    )
    checked = BooleanField(
        _l("Ik heb gekeken: er staan geen gegevens van mensen in die er niet horen")
    )
    rule = _rule_field()  # again: errors are told in the order of the page
    reason = _reason_field()

    def yes_or_no(self) -> None:
        """Do not offer to ask for a change: nobody can change a text that is hidden."""
        self.step.choices = [STEPS["publish"], STEPS["reject"]]

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a rule and a reason only when the text is not published."""
        if self.step.data == "publish":
            self.rule.validators = self.reason.validators = ()
            self.rule.validate_choice = False
        return bool(super().validate(extra_validators))


class QueueForm(FilterForm):
    """What the queue is narrowed by; each choice says how many texts it has."""

    wijk = SelectField(_l("Wijk"))
    soort = SelectField(_l("Soort"))
    thema = SelectField(_l("Thema"))
    wacht = SelectField(_l("Beloofd voor"))
    districts: Mapping[str, int]  # the ids by slug

    @classmethod
    def from_address(cls, districts: Sequence[Place]) -> Self:
        """Return the form with the choices of the address."""
        form, every = cls(request.args), Option("", _("Alles"))
        form.wijk.choices = [every, *(Option(one.slug, one.name) for one in districts)]
        form.soort.choices = [
            every,
            *(Option(code, str(kind.label)) for code, kind in KINDS.items()),
        ]
        form.thema.choices = options(Theme, first=every.label)
        form.wacht.choices = options(Wait, first=every.label)
        form.districts = {one.slug: one.id for one in districts}
        return form

    def chosen(self) -> QueueFilter:
        """Return the choices as the query wants them."""
        return self.filter_of(self.arguments())

    def filter_of(self, arguments: Mapping[str, str]) -> QueueFilter:
        """Return choices that stand in an address as the query wants them."""
        return QueueFilter(
            district_id=self.districts.get(arguments.get("wijk", "")),
            kind=arguments.get("soort"),
            theme=_member(Theme, arguments.get("thema")),
            wait=_member(Wait, arguments.get("wacht")),
        )

    def tell(self, found: Sequence[Group]) -> None:
        """Say behind each choice how many texts are shown after it; themes are not counted."""
        only = self.chosen()
        self.say("wijk", lambda slug: count(found, only, district_id=self.districts[slug]))
        self.say("soort", lambda kind: count(found, only, kind=kind))
        self.say("wacht", lambda code: count(found, only, wait=Wait.of(code)))


C = TypeVar("C", bound=Choice)


def _member(choice: type[C], code: str | None) -> C | None:
    return choice.of(code) if code else None
