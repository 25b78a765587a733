"""Turn a support request, what is on offer and what went before into the question for the engine."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, selectinload

from app.accounts.models import Actor
from app.areas import queries as areas
from app.capacity.models import ResponseKind
from app.core import clock
from app.core.db import LARGEST_NUMBER, db
from app.core.errors import NotFound
from app.initiatives.models import Initiative
from app.matching.engine.problem import Context, Line, Request, Supply
from app.matching.engine.score import load_of
from app.matching.queries.invitations import Answer, answers_to
from app.matching.queries.supplies import Candidate, candidates
from app.support.lifecycle import GIVEN
from app.support.models import Need, SupportRequest
from app.support.queries import visible_to


@dataclass(frozen=True)
class Question:
    """What the engine is asked; with the supplies by id, and by organisation its last answer."""

    request: Request
    candidates: dict[str, Candidate]
    context: Context
    answers: dict[int, Answer]

    @property
    def supplies(self) -> list[Supply]:
        return [candidate.supply for candidate in self.candidates.values()]


def found(actor: Actor, request_id: int) -> SupportRequest:
    """Return a request that ``actor`` may see, with its needs. Raises ``NotFound``."""
    one = visible_to(actor).where(SupportRequest.id == request_id)
    plan = contains_eager(SupportRequest.initiative)
    loaded = one.options(
        plan.selectinload(Initiative.themes),
        plan.selectinload(Initiative.team),
        selectinload(SupportRequest.needs),
    )
    request = db.session.scalar(loaded) if request_id <= LARGEST_NUMBER else None
    if request is None:
        raise NotFound(_("We kunnen deze vraag niet vinden."))
    return request


def question_for(request: SupportRequest) -> Question:
    """Return the question; six statements beside the request, whatever is on offer."""
    answers = answers_to(request.initiative_id)
    known: dict[int, set[int]] = defaultdict(set)
    for answer in answers:
        if answer.kind is ResponseKind.WE_DO and answer.request_id != request.id:
            known[answer.organisation_id].add(request.initiative_id)
    offered = candidates({one: frozenset(initiatives) for one, initiatives in known.items()})
    last = {one.organisation_id: one for one in answers if one.request_id == request.id}
    said_no = {one for one, answer in last.items() if answer.kind is ResponseKind.WE_DO_NOT}
    declined = frozenset(
        one.supply.id for one in offered if not one.supply.organisation_ids.isdisjoint(said_no)
    )
    asked = as_asked(request, [_line(need, declined) for need in request.needs])
    return Question(
        asked,
        {one.supply.id: one for one in offered},
        Context(
            today=clock.today(),
            support_received={asked.neighbourhood: _times_helped(request)},
            load=load_of(one.supply for one in offered),
        ),
        last,
    )


def as_asked(request: SupportRequest, lines: Iterable[Line]) -> Request:
    """Return a request as the engine wants it, with these of its needs."""
    initiative = request.initiative
    neighbourhood = areas.by_id(initiative.neighbourhood_id or 0)
    district = areas.by_id(initiative.district_id or 0)
    if neighbourhood is None or district is None or request.submitted_at is None:
        raise ValueError(f"{request!r} was not sent in, or lies nowhere")
    around = [
        place.code
        for place in areas.own_areas()
        if any(part.id == neighbourhood.id for part in areas.children(place))
    ]
    organisation_id = initiative.organisation_id
    return Request(
        id=request.id,
        initiative_id=initiative.id,
        neighbourhood=neighbourhood.code,
        district=district.code,
        own_areas=frozenset(around),
        themes=frozenset(row.theme.value for row in initiative.themes),
        submitted_on=request.submitted_at.astimezone(clock.AMSTERDAM).date(),
        wanted_by=request.wanted_by,
        initiator_organisation_ids=frozenset({organisation_id} if organisation_id else ()),
        lines=tuple(lines),
    )


def _line(need: Need, declined: frozenset[str]) -> Line:
    return Line(
        id=need.id,
        kind=need.kind.value,
        expertise=need.expertise,
        hours=need.hours,
        cents=need.cents,
        starts_on=need.starts_on,
        ends_on=need.ends_on,
        declined=declined,
    )


def _times_helped(request: SupportRequest) -> int:
    """Return how often the neighbourhood of the request got help; the engine asks no other."""
    given = (
        select(func.count())
        .select_from(SupportRequest)
        .join(SupportRequest.initiative)
        .where(
            Initiative.neighbourhood_id == request.initiative.neighbourhood_id,
            SupportRequest.state.in_(GIVEN),
        )
    )
    return db.session.scalar(given) or 0
