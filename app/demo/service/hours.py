"""What district teams answer to a request, and the hours that they keep for it."""

from dataclasses import dataclass
from datetime import datetime

from app.capacity.lifecycle import RESERVATION_LIFE, ReservationState
from app.capacity.models import CapacityReservation, Response, ResponseKind
from app.core.personal_data import findings
from app.demo.chance import pick
from app.demo.organisations import Team
from app.demo.service.days import DAY, HOUR, at_the_office, later
from app.demo.service.log import Thing
from app.demo.service.parties import Offer
from app.demo.service.requests import Case, Line
from app.demo.service.reviews import Sent, judge
from app.demo.service.stage import Stage
from app.demo.service.words import ANSWERS
from app.demo.texts import answers
from app.initiatives.lifecycle import TEXT_LIFE
from app.matching.models import Invitation
from app.support.lifecycle import RequestState

KINDS = (
    *(ResponseKind.WE_DO,) * 5,
    *(ResponseKind.WE_DO_NOT,) * 2,
    *(ResponseKind.WE_NEED_TO_KNOW,) * 2,
)
INVITED, ANSWERED = 0.3, 0.7
SPENT_AFTER = 30 * DAY  # from the end of the quarter
GIVEN = {RequestState.GRANTED, RequestState.PARTLY_GRANTED}


@dataclass
class Kept:
    """Hours of an offer that are kept for a line of a request."""

    thing: Thing[ReservationState]
    offer: Offer
    line: Line
    hours: int
    by: int
    at: datetime


@dataclass(frozen=True)
class Answer:
    """What a professional answers; ``held`` is a text that a moderator has to read first."""

    kind: ResponseKind
    author: int
    at: datetime
    held: str = ""


def respond(stage: Stage, case: Case, kind: ResponseKind, until: datetime) -> Kept | None:
    """Let a team of the district respond before ``until``, and return the hours that it keeps."""
    throws, lines = case.plan.throws, case.by_people()
    if not lines or case.sent_at is None:
        return None
    at = at_the_office(throws, later(throws, case.sent_at, 6 * HOUR, 2 * DAY))
    if at >= until:
        return None
    team = _team_for(stage, case, lines[0])
    author = pick(throws, stage.parties.members[team.party.key])
    kept = keep(stage, team, lines[0], at, author) if kind is ResponseKind.WE_DO else None
    if kind is ResponseKind.WE_DO and kept is None:
        kind = ResponseKind.WE_DO_NOT
    if kept is not None and throws.random() < INVITED:
        invite(stage, case, team, kept.offer, case.sent_at + (at - case.sent_at) / 2)
    say(stage, case, team, Answer(kind, author, at), kept)
    return kept


def _team_for(stage: Stage, case: Case, line: Line) -> Team:
    """Return a team that serves the district, and knows what is asked if any of them does."""
    teams = stage.parties.serving(case.plan.idea.district_code)
    able = [team for team in teams if line.expertise in team.expertise]
    return pick(case.plan.throws, able or teams)


def keep(stage: Stage, team: Team, line: Line, at: datetime, by: int) -> Kept | None:
    """Keep hours of a team, as many as are asked; nothing when it has not enough left."""
    hours = line.hours or 1
    offer = next(
        (one for one in stage.parties.offers_of(team, at.date()) if one.free >= hours), None
    )
    if offer is None:
        return None
    offer.taken += hours
    return Kept(stage.log.begin(CapacityReservation, RESERVATION_LIFE), offer, line, hours, by, at)


def settle(stage: Stage, kept: Kept, outcome: RequestState, at: datetime, by: int) -> None:
    """Do with kept hours what was decided: promise and later use them, or give them back."""
    if outcome not in GIVEN:
        stage.log.step(RESERVATION_LIFE, kept.thing, "release", at=at, by=by)
        kept.offer.taken -= kept.hours
        return
    stage.log.step(RESERVATION_LIFE, kept.thing, "confirm", at=at, by=by)
    used_at = max(at, stage.days.end_of(kept.offer.quarter.ends_on))
    if used_at + SPENT_AFTER < stage.days.now:
        stage.log.step(RESERVATION_LIFE, kept.thing, "spend", at=used_at, by=kept.by)


def write(stage: Stage, kept: Kept) -> None:
    """Write the reservation, once its state is known."""
    stage.rows.add(
        CapacityReservation,
        id=kept.thing.id,
        offer_id=kept.offer.id,
        need_id=kept.line.id,
        hours=kept.hours,
        state=kept.thing.state,
        by_id=kept.by,
        created_at=kept.at,
    )


def say(stage: Stage, case: Case, team: Team, answer: Answer, kept: Kept | None = None) -> None:
    """Write a response. The portal publishes it, unless its text is held for a moderator."""
    plan, throws = case.plan, case.plan.throws
    response = stage.log.begin(Response, TEXT_LIFE)
    if answer.held:
        title = f"Reactie op {plan.idea.title}"
        sent = Sent(title, answer.author, answer.at, findings(answer.held))
        judge(stage, plan, response, sent, None)
    else:
        stage.log.step(TEXT_LIFE, response, "publish", at=answer.at, by=None)
    words = answers.response(answer.kind.value, throws, plan.slots)
    answered_at = later(throws, answer.at, 3 * HOUR, 3 * DAY)
    asks = answer.kind is ResponseKind.WE_NEED_TO_KNOW and not answer.held
    is_answered = asks and answered_at < stage.days.now and throws.random() < ANSWERED
    stage.rows.add(
        Response,
        id=response.id,
        request_id=case.thing.id,
        organisation_id=stage.parties.ids[team.party.key],
        author_id=answer.author,
        kind=answer.kind,
        text=answer.held or words,
        state=response.state,
        reservation_id=kept.thing.id if kept else None,
        created_at=answer.at,
        answer=pick(throws, ANSWERS) if is_answered else "",
        answered_at=answered_at if is_answered else None,
    )


def invite(stage: Stage, case: Case, team: Team, offer: Offer, at: datetime) -> None:
    """Let the coordinator of the district ask a team to respond."""
    stage.rows.add(
        Invitation,
        request_id=case.thing.id,
        supply=f"offer:{offer.id}",
        organisation_id=stage.parties.ids[team.party.key],
        invited_by_id=stage.people.coordinators[case.plan.idea.district_code],
        created_at=at,
    )
