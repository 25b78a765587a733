"""What is asked of a professional who answers, and of a team that answers back."""

from collections.abc import Sequence
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields import IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from app.capacity.models import CapacityOffer, Response, ResponseKind
from app.capacity.quarters import words
from app.organisations.models import Organisation
from app.support.models import BY_PEOPLE, Need, SupportRequest
from app.web.careful import CarefulForm
from app.web.forms import Option, PortalForm, options

LONG = Length(max=2000, message=_l("Gebruik hoogstens %(max)d tekens."))
NOTHING = 0  # the choice that chooses nothing


class RespondForm(CarefulForm):
    """The answer of an organisation; hours only when its team has some to give."""

    free_texts = ("text",)
    about_health = True

    organisation_id = SelectField(
        _l("Voor wie reageer je?"), [InputRequired(_l("Kies voor wie je reageert."))], coerce=int
    )
    kind = RadioField(
        _l("Wat is jullie antwoord?"),
        [InputRequired(_l("Kies wat jullie antwoord is."))],
        choices=lambda: options(ResponseKind),
    )
    text = TextAreaField(_l("Toelichting"), [DataRequired(_l("Schrijf een toelichting.")), LONG])
    need_id = SelectField(_l("Voor welke vraag zijn de uren?"), coerce=int)
    offer_id = SelectField(_l("Uit welke uren van je team?"), coerce=int)
    hours = IntegerField(_l("Hoeveel uur?"), [Optional()])

    @classmethod
    def about(
        cls,
        request: SupportRequest,
        organisations: Sequence[Organisation],
        offers: Sequence[CapacityOffer],
    ) -> Self:
        """Return the form for who answers ``request`` for one of these organisations."""
        form = cls()
        form.organisation_id.choices = [Option(one.id, one.name) for one in organisations]
        needs = [need for need in request.needs if need.kind in BY_PEOPLE]
        if not (needs and offers):
            del form.need_id, form.offer_id, form.hours
            return form
        nothing = Option(NOTHING, _("Geen uren"))
        form.need_id.choices = [nothing, *(Option(need.id, need.description) for need in needs)]
        form.offer_id.choices = [
            nothing,
            *(Option(offer.id, _offer_words(offer)) for offer in offers),
        ]
        return form

    @property
    def chosen_kind(self) -> ResponseKind:
        """What the organisation answers."""
        return ResponseKind.of(self.kind.data)

    def chosen_need(self, request: SupportRequest) -> Need | None:
        """Return the need the hours are for."""
        chosen = self.need_id.data if "need_id" in self else NOTHING
        return next((need for need in request.needs if need.id == chosen), None)

    def chosen_offer(self, offers: Sequence[CapacityOffer]) -> CapacityOffer | None:
        """Return the offer the hours come from."""
        chosen = self.offer_id.data if "offer_id" in self else NOTHING
        return next((offer for offer in offers if offer.id == chosen), None)

    @property
    def chosen_hours(self) -> int:
        """How many hours."""
        return (self.hours.data or 0) if "hours" in self else 0


class TextForm(CarefulForm):
    """A text that a moderator gave back."""

    free_texts = ("text",)
    about_health = True

    text = TextAreaField(_l("Toelichting"), [DataRequired(_l("Schrijf een toelichting.")), LONG])

    @classmethod
    def of(cls, response: Response) -> Self:
        """Return the form filled with what was sent, else with the text as it is now."""
        return cls(text=response.text)


class AnswerForm(PortalForm):
    """What the team of an initiative answers to a professional."""

    answer = TextAreaField(_l("Jullie antwoord"), [DataRequired(_l("Schrijf een antwoord.")), LONG])


def _offer_words(offer: CapacityOffer) -> str:
    words_of_offer = _(
        "%(kind)s, %(period)s: nog %(free)s uur",
        kind=offer.kind.label,
        period=words(offer.starts_on),
        free=offer.free,
    )
    return str(words_of_offer)
