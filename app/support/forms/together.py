"""What is done with many requests at once."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField
from wtforms.validators import InputRequired, Length

from app.accounts.models import User
from app.core import tokens
from app.support.batches import LONGEST_KEY, Deed
from app.web.forms import Option, PortalForm, options

LONGEST_NUMBER = 18  # digits


class TogetherForm(PortalForm):
    """What to do, and who gets the requests; ``key`` makes a second click the same step."""

    key = HiddenField(validators=[InputRequired(), Length(max=LONGEST_KEY)], default=tokens.secret)
    deed = RadioField(
        _l("Wat doe je met deze vragen?"),
        [InputRequired(_l("Kies wat je met deze vragen doet."))],
        choices=lambda: options(Deed),
        default=Deed.TAKE_ON.value,
    )
    to = SelectField(_l("Welke collega?"), default="")

    @classmethod
    def among(cls, colleagues: Sequence[User]) -> "TogetherForm":
        """Return the form with these people to choose from."""
        form = cls()
        people = [Option(str(person.id), person.name) for person in colleagues]
        form.to.choices = [Option("", _("Kies een collega")), *people]
        if not people:
            form.deed.choices = [Option(Deed.TAKE_ON.value, Deed.TAKE_ON.label)]
        return form

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a colleague only when the requests are handed over."""
        if not super().validate(extra_validators):
            return False
        if self.chosen_deed is Deed.HAND_OVER and not self.to.data:
            self.to.errors = [_("Kies welke collega de vragen krijgt.")]
            return False
        return True

    @property
    def chosen_deed(self) -> Deed:
        """What was picked."""
        return Deed.of(self.deed.data)

    def chosen_among(self, colleagues: Iterable[User]) -> User | None:
        """Return who gets the requests, when they are handed over."""
        if self.chosen_deed is not Deed.HAND_OVER:
            return None
        return next(person for person in colleagues if str(person.id) == self.to.data)


def numbers_in(sent: Iterable[str]) -> list[int]:
    """Return the numbers of requests that were sent along, each once; what is no number is left out."""
    numbers = (
        one for one in sent if one.isascii() and one.isdigit() and len(one) <= LONGEST_NUMBER
    )
    return list(dict.fromkeys(map(int, numbers)))
