"""Freeze the question of a round: the open needs for hours of teams in an area, and the hours on offer.

A fixed number of statements, however many needs there are.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.orm import contains_eager, selectinload

from app.areas import queries as areas
from app.areas.models import AreaKind
from app.capacity.lifecycle import HOLDING
from app.capacity.models import CapacityReservation, ResponseKind
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative
from app.matching.engine.problem import Context, Line, Problem
from app.matching.engine.score import load_of
from app.matching.models import Round
from app.matching.queries.invitations import Answer, answers_to
from app.matching.queries.question import as_asked
from app.matching.queries.supplies import hours_on_offer
from app.support.lifecycle import GIVEN
from app.support.models import IS_OPEN, Need, SupportKind, SupportRequest


def problem_for(one: Round, asked_at: datetime) -> Problem:
    """Return the question of a round as it is now, for what was asked up to ``asked_at``.

    A need asks the hours that were not reserved for it yet; one that has them all is no part of it.
    The day of ``asked_at`` is the day from which hours are counted.
    """
    requests = _open_requests(one, asked_at)
    kept = _kept_for(requests)
    wanted = {
        need.id: need.hours - kept.get(need.id, 0)
        for request in requests
        for need in request.needs
        if need.kind is SupportKind.TEAM_HOURS
    }
    return problem_of(requests, wanted, asked_at)


def problem_of(
    requests: Sequence[SupportRequest], wanted: Mapping[int, int], asked_at: datetime
) -> Problem:
    """Return the question of these requests: the hours that are ``wanted`` by need, and all on offer.

    A need that wants none is no part of it.
    """
    answers = answers_to(*{request.initiative_id for request in requests})
    offered = hours_on_offer(_known(answers, requests))
    supplies = tuple(candidate.supply for candidate in offered)
    refused = _refused(answers)
    asked = []
    for request in requests:
        no = refused[request.id]
        declined = frozenset(one.id for one in supplies if not one.organisation_ids.isdisjoint(no))
        lines = [
            _line(need, wanted[need.id], declined)
            for need in request.needs
            if wanted.get(need.id, 0) > 0
        ]
        if lines:
            asked.append(as_asked(request, lines))
    context = Context(
        today=asked_at.astimezone(clock.AMSTERDAM).date(),
        support_received=_received({request.neighbourhood for request in asked}),
        load=load_of(supplies),
    )
    return Problem(tuple(asked), supplies, context)


def waiting_in(one: Round) -> int:
    """Return how many requests wait in the round now for hours of teams that are not reserved yet."""
    query = select(func.count(SupportRequest.id.distinct())).select_from(SupportRequest)
    query = query.join(SupportRequest.initiative).join(SupportRequest.needs)
    count = db.session.scalar(query.where(_asked_in(one, clock.now()), _is_for_hours()))
    return count or 0


def _open_requests(one: Round, asked_at: datetime) -> Sequence[SupportRequest]:
    plan = contains_eager(SupportRequest.initiative)
    query = (
        select(SupportRequest)
        .join(SupportRequest.initiative)
        .where(_asked_in(one, asked_at), SupportRequest.needs.any(_is_for_hours()))
        .options(plan.selectinload(Initiative.themes), selectinload(SupportRequest.needs))
        .order_by(SupportRequest.id)
    )
    return db.session.scalars(query).all()


def _asked_in(one: Round, asked_at: datetime) -> ColumnElement[bool]:
    return and_(
        IS_OPEN,
        _lies_in(one.area_id),
        SupportRequest.submitted_at <= asked_at,
        SupportRequest.submitted_at < _end_of(one.until),
    )


def _is_for_hours() -> ColumnElement[bool]:
    """Return the condition for the needs that ask more hours than are kept for them."""
    kept = select(func.coalesce(func.sum(CapacityReservation.hours), 0)).where(
        CapacityReservation.need_id == Need.id, CapacityReservation.state.in_(HOLDING)
    )
    return (Need.kind == SupportKind.TEAM_HOURS) & (Need.hours > kept.scalar_subquery())


def _lies_in(area_id: int) -> ColumnElement[bool]:
    place = areas.by_id(area_id)
    if place is not None and place.kind is AreaKind.MUNICIPALITY:
        return true()
    if place is not None and place.kind is AreaKind.OWN:
        return Initiative.neighbourhood_id.in_([part.id for part in areas.children(place)])
    return (Initiative.neighbourhood_id == area_id) | (Initiative.district_id == area_id)


def _end_of(day: date) -> datetime:
    return datetime.combine(
        date.fromordinal(day.toordinal() + 1), datetime.min.time(), clock.AMSTERDAM
    )


def _known(
    answers: Sequence[Answer], requests: Sequence[SupportRequest]
) -> dict[int, frozenset[int]]:
    """Return the initiatives that an organisation worked with before, by its id."""
    now = {request.id for request in requests}
    known: defaultdict[int, set[int]] = defaultdict(set)
    for answer in answers:
        if answer.kind is ResponseKind.WE_DO and answer.request_id not in now:
            known[answer.organisation_id].add(answer.initiative_id)
    return {one: frozenset(initiatives) for one, initiatives in known.items()}


def _refused(answers: Sequence[Answer]) -> defaultdict[int, set[int]]:
    """Return by request the organisations whose last word was no."""
    last = {(one.request_id, one.organisation_id): one.kind for one in answers}
    refused: defaultdict[int, set[int]] = defaultdict(set)
    for (request_id, organisation_id), kind in last.items():
        if kind is ResponseKind.WE_DO_NOT:
            refused[request_id].add(organisation_id)
    return refused


def _kept_for(requests: Sequence[SupportRequest]) -> dict[int, int]:
    """Return by need the hours that are reserved for it."""
    needs = [need.id for request in requests for need in request.needs]
    held = (
        select(CapacityReservation.need_id, func.sum(CapacityReservation.hours))
        .where(CapacityReservation.need_id.in_(needs), CapacityReservation.state.in_(HOLDING))
        .group_by(CapacityReservation.need_id)
    )
    return {need_id: int(hours) for need_id, hours in db.session.execute(held)}


def _received(codes: set[str]) -> dict[str, int]:
    """Return by code how often a neighbourhood got help; those without any are left out."""
    places = {place.id: code for code in codes if (place := areas.by_code(code))}
    given = (
        select(Initiative.neighbourhood_id, func.count())
        .select_from(SupportRequest)
        .join(SupportRequest.initiative)
        .where(Initiative.neighbourhood_id.in_(places), SupportRequest.state.in_(GIVEN))
        .group_by(Initiative.neighbourhood_id)
    )
    return {places[area_id]: times for area_id, times in db.session.execute(given) if area_id}


def _line(need: Need, hours: int, declined: frozenset[str]) -> Line:
    return Line(
        id=need.id,
        kind=need.kind.value,
        expertise=need.expertise,
        hours=hours,
        starts_on=need.starts_on,
        ends_on=need.ends_on,
        declined=declined,
    )
