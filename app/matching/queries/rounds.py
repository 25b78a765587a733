"""Read rounds and their plans: those of the areas that somebody coordinates."""

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import contains_eager, joinedload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from app.accounts.models import Actor, User
from app.accounts.roles import Permission
from app.capacity.models import CapacityOffer, DistrictTeam
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.models import Initiative
from app.matching.engine.choices import Choices
from app.matching.models import Plan, PlanChoice, PlanLine, Round
from app.support.models import Need, SupportRequest


def visible_rounds(actor: Actor) -> Select[Round]:
    """Select what ``rules.see_round`` allows, the newest first; a parity test keeps the two the same."""
    query = select(Round).options(joinedload(Round.area), joinedload(Round.by))
    own = actor.areas_where(Permission.COORDINATE)
    if own is not None:
        query = query.where(Round.area_id.in_(own))
    return query.order_by(Round.id.desc())


def found_round(actor: Actor, round_id: int) -> Round:
    """Return a round that ``actor`` may see. Raises ``NotFound``."""
    one = db.session.scalar(visible_rounds(actor).where(Round.id == round_id))
    if one is None:
        raise NotFound(_("We kunnen deze verdeling niet vinden."))
    return one


def standing_plan(one: Round) -> Plan | None:
    """Return the plan of a round that stands."""
    return db.session.scalar(_plans_of(one).where(Plan.kept_at.is_not(None)))


def pending_plan(one: Round) -> Plan | None:
    """Return the plan of a round that is being solved, or that waits to be kept."""
    return db.session.scalar(_plans_of(one).where(Plan.kept_at.is_(None)))


def last_failed(one: Round) -> Plan | None:
    """Return the newest plan of a round when it did not pass the check."""
    newest = select(Plan).where(Plan.round_id == one.id).order_by(Plan.id.desc()).limit(1)
    plan = db.session.scalar(newest)
    return plan if plan is not None and plan.is_verified is False else None


def lines_of(plan: Plan) -> list[PlanLine]:
    """Return the lines of a plan with their need, initiative and team; one statement."""
    return list(db.session.scalars(lines_with_all(PlanLine.plan_id == plan.id)))


def shown_with(plan: Plan) -> ColumnElement[bool]:
    """Return the condition for the lines of a plan, and for what was approved of earlier plans."""
    return (PlanLine.plan_id == plan.id) | approved_in(plan.round_id)


def approved_in(round_id: int) -> ColumnElement[bool]:
    """Return the condition for the lines of a round that were approved, in whichever of its plans."""
    plans = select(Plan.id).where(Plan.round_id == round_id)
    return PlanLine.approved_at.is_not(None) & PlanLine.plan_id.in_(plans)


def lines_with_all(which: ColumnElement[bool]) -> Select[PlanLine]:
    """Select lines with their need, initiative and team, in the order of the needs."""
    asked = contains_eager(PlanLine.need).contains_eager(Need.request)
    return (
        select(PlanLine)
        .join(PlanLine.need)
        .join(Need.request)
        .join(SupportRequest.initiative)
        .where(which)
        .options(
            asked.contains_eager(SupportRequest.initiative).joinedload(Initiative.neighbourhood),
            with_team(PlanLine),
        )
        .order_by(PlanLine.need_id)
    )


def choices_of(plan: Plan) -> list[PlanChoice]:
    """Return what people decided about a plan, the oldest first; one statement."""
    query = (
        select(PlanChoice)
        .where(PlanChoice.plan_id == plan.id)
        .options(
            joinedload(PlanChoice.need)
            .joinedload(Need.request)
            .joinedload(SupportRequest.initiative),
            with_team(PlanChoice),
            joinedload(PlanChoice.by).lazyload(User.assignments),
        )
        .order_by(PlanChoice.id)
    )
    return list(db.session.scalars(query))


def as_choices(chosen: list[PlanChoice]) -> Choices:
    """Return what people decided, as the engine wants it."""
    pairs = {True: set[tuple[int, str]](), False: set[tuple[int, str]]()}
    for one in chosen:
        pairs[one.is_veto].add((one.need_id, f"offer:{one.offer_id}"))
    return Choices(pins=frozenset(pairs[False]), vetoes=frozenset(pairs[True]))


def offers_by_id(offer_ids: set[int]) -> dict[int, CapacityOffer]:
    """Return offers with the names of their teams, by id; one statement."""
    team = joinedload(CapacityOffer.team).joinedload(DistrictTeam.organisation)
    query = select(CapacityOffer).where(CapacityOffer.id.in_(offer_ids)).options(team)
    return {offer.id: offer for offer in db.session.scalars(query)}


def needs_by_id(need_ids: set[int]) -> dict[int, Need]:
    """Return needs with their initiatives, by id; one statement."""
    query = (
        select(Need)
        .where(Need.id.in_(need_ids))
        .options(joinedload(Need.request).joinedload(SupportRequest.initiative))
    )
    return {need.id: need for need in db.session.scalars(query)}


def _plans_of(one: Round) -> Select[Plan]:
    query = select(Plan).where(Plan.round_id == one.id, Plan.ended_at.is_(None))
    return query.options(joinedload(Plan.by).lazyload(User.assignments))


def with_team(kind: type[PlanLine] | type[PlanChoice]) -> _AbstractLoad:
    """Return what to load along: the offer of a line or choice, with the name of its team."""
    offer = joinedload(kind.offer).joinedload(CapacityOffer.team)
    return offer.joinedload(DistrictTeam.organisation)
