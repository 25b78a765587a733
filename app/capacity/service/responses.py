"""What a professional answers to a request, and what the team of the initiative says back."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.capacity import messages, queries, rules
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityOffer, CapacityReservation, Response, ResponseKind
from app.capacity.service import reservations
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.core.personal_data import findings, health_words, words_for
from app.initiatives.lifecycle import TEXT_LIFE
from app.initiatives.signals import waiting_for_review
from app.organisations.models import Organisation
from app.support.lifecycle import OPEN
from app.support.models import Need, SupportRequest


def respond(
    request: SupportRequest,
    organisation: Organisation,
    kind: ResponseKind,
    text: str,
    *,
    by: User,
    offer: CapacityOffer | None = None,
    need: Need | None = None,
    hours: int = 0,
) -> Response:
    """Answer a request for an organisation; a team that does it can keep hours for a need.

    A text that may hold something about a person is held for a moderator; any other is read
    at once by the team of the initiative and the coordinator. Raises ``OutOfDate`` for a
    request that was answered, ``Refused`` at its field for what does not fit together.
    """
    authorize(by, rules.respond, request)
    if request.state not in OPEN:
        raise OutOfDate(_("Deze vraag is al beantwoord."))
    if organisation not in queries.organisations_serving(by, request):
        raise Refused(_("Kies voor welke organisatie je reageert."), field="organisation_id")
    reservation = None
    if offer is not None or need is not None or hours:
        reservation = _reserved(request, organisation, kind, offer, need, hours, by=by)
    response = Response(
        request=request,
        organisation=organisation,
        author=by,
        kind=kind,
        text=text,
        reservation=reservation,
    )
    db.session.add(response)
    record(by, "responses.respond", response)
    _publish_or_hold(response, by=by)
    return response


def change_response(response: Response, text: str, *, by: User) -> None:
    """Change a text that a moderator gave back, and offer it again."""
    authorize(by, rules.change_response, response)
    take_step(TEXT_LIFE, response, "resubmit", by=by)
    response.text = text
    _publish_or_hold(response, by=by)


def answer(response: Response, text: str, *, by: User) -> None:
    """Answer the question of a professional, for the team of the initiative; once.

    Raises ``Refused`` for a text with something about a person in it: nobody checks it.
    """
    authorize(by, rules.answer, response)
    if response.kind is not ResponseKind.WE_NEED_TO_KNOW or response.answer:
        raise OutOfDate(_("Deze vraag is al beantwoord."))
    if found := warnings_about(text):
        raise Refused(" ".join([*found, _("Haal dat weg.")]), field="answer")
    response.answer, response.answered_at = text, clock.now()
    record(by, "responses.answer", response)
    messages.tell_answer(response)


def after_judgement(text: object, *, step: str, by: User) -> None:
    """Follow what a moderator decided: tell about a text that is published, free the hours of one that is not."""
    if not isinstance(text, Response):
        return
    if step == "publish":
        messages.tell_response(text)
    elif step == "reject":
        _free_hours_of(text, by=by)


def warnings_about(text: str) -> list[str]:
    """Return the sentences that warn a writer about what may be about a person."""
    codes = [*findings(text), *(["health"] if health_words(text) else [])]
    return [words_for(code) for code in codes]


def _reserved(
    request: SupportRequest,
    organisation: Organisation,
    kind: ResponseKind,
    offer: CapacityOffer | None,
    need: Need | None,
    hours: int,
    *,
    by: User,
) -> CapacityReservation:
    if kind is not ResponseKind.WE_DO:
        raise Refused(_("Uren geef je alleen bij “Wij doen dit”."), field="hours")
    if need is None or need.request_id != request.id:
        raise Refused(_("Kies voor welke vraag de uren zijn."), field="need_id")
    if offer is None or offer.team.organisation_id != organisation.id:
        raise Refused(_("Kies uit welke uren van je team dit komt."), field="offer_id")
    return reservations.reserve(offer, need, hours, by=by)


def _publish_or_hold(response: Response, *, by: User) -> None:
    """Let the portal itself publish a clean text; hold any other for a moderator."""
    if not warnings_about(response.text):
        take_step(TEXT_LIFE, response, "publish", by=None)
        messages.tell_response(response)
        return
    db.session.flush()
    waiting_for_review.send(
        response,
        title=_("Reactie op %(title)s", title=response.initiative.title),
        text=response.text,
        author=by,
        district_id=response.initiative.district_id,
    )
    messages.tell_it_is_held(response)


def _free_hours_of(response: Response, *, by: User) -> None:
    reservation = response.reservation
    if reservation is not None and reservation.state is ReservationState.PROPOSED:
        reservations.give_back(reservation, by=by)
