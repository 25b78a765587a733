"""What somebody runs: the plans, and what waits there for the team."""

from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, exists, func, or_, select, union

from app.accounts.models import User
from app.capacity.models import Response, ResponseKind
from app.core import clock
from app.core.inquiries import Inquiry
from app.core.statements import one_of
from app.desk.queries.scopes import IS_PUBLIC, JOINED, ME, MOST, PLANS, RUN_BY_ME
from app.initiatives.lifecycle import ENDED, State, TextState
from app.initiatives.voices import Answer, Question
from app.support.lifecycle import DECIDED, RequestState
from app.support.models import SupportRequest
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask

ASKED, TOLD = Question.__table__, Answer.__table__
TASKS, SHIFTS, SIGN_UPS = VolunteerTask.__table__, Shift.__table__, SignUp.__table__
REQUESTS, RESPONSES = SupportRequest.__table__, Response.__table__
PLANS_SHOWN = 30


class Plan(NamedTuple):
    """A plan, as its people follow it."""

    id: int
    title: str
    state: State
    organisation_id: int | None
    submitted_at: datetime | None
    starts_on: date | None
    hidden_at: datetime | None


class OpenQuestion(NamedTuple):
    """A question about a plan without an answer."""

    id: int
    text: str
    asked_at: datetime
    initiative_id: int
    title: str


class Waiting(NamedTuple):
    """People who asked to join a task and wait for its organiser."""

    task_id: int
    title: str
    people: int
    since: datetime
    first_shift: datetime


class OwnRequest(NamedTuple):
    """A request for support of a plan that somebody runs."""

    id: int
    reference: str | None
    state: RequestState
    sent_at: datetime | None
    due: date | None
    title: str
    wants_to_know: int | None  # the response that asks the team something


def plans_of(person: User) -> Inquiry[Plan]:
    """Ask for the plans that ``person`` runs and the public ones of the organisations, newest first.

    What goes on comes before what ended. The drafts of others are theirs.
    """
    return Inquiry(_plans(), {"me": person.id, "most": PLANS_SHOWN}, Plan)


def open_questions(person: User, limit: int) -> Inquiry[OpenQuestion]:
    """Ask which questions the teams of ``person`` did not answer, oldest first."""
    return Inquiry(_open_questions(), {"me": person.id, "most": limit}, OpenQuestion)


def people_to_confirm(person: User, limit: int) -> Inquiry[Waiting]:
    """Ask by task how many people wait for its organiser, the longest waiting first."""
    values = {"me": person.id, "most": limit, "now": clock.now()}
    return Inquiry(_people_to_confirm(), values, Waiting)


def own_requests(person: User, limit: int) -> Inquiry[OwnRequest]:
    """Ask which requests for support ``person`` has to finish or waits for."""
    return Inquiry(_own_requests(), {"me": person.id, "most": limit}, OwnRequest)


@cache
def _plans() -> Select[Any]:
    # A join, because SQLite reads all plans to find those "in" the organisations of one person.
    theirs = (
        select(PLANS.c.id)
        .join_from(JOINED, PLANS, PLANS.c.organisation_id == JOINED.c.organisation_id)
        .where(JOINED.c.user_id == ME, IS_PUBLIC)
    )
    ids = union(select(RUN_BY_ME.subquery()), theirs)
    own_drafts = or_(PLANS.c.state != State.DRAFT, PLANS.c.owner_id == ME)
    return (
        select(
            *(PLANS.c.id, PLANS.c.title, PLANS.c.state, PLANS.c.organisation_id),
            *(PLANS.c.submitted_at, PLANS.c.starts_on, PLANS.c.hidden_at),
        )
        .where(PLANS.c.id.in_(ids), own_drafts, PLANS.c.state != State.ARCHIVED)
        .order_by(one_of(PLANS.c.state, ENDED), PLANS.c.id.desc())
        .limit(MOST)
    )


@cache
def _open_questions() -> Select[Any]:
    answered = exists().where(
        TOLD.c.question_id == ASKED.c.id,
        one_of(TOLD.c.state, {TextState.PUBLISHED, TextState.WAITING}),
    )
    return (
        select(ASKED.c.id, ASKED.c.text, ASKED.c.created_at, PLANS.c.id, PLANS.c.title)
        .join_from(ASKED, PLANS)
        .where(
            ASKED.c.state == TextState.PUBLISHED,
            IS_PUBLIC,
            ASKED.c.initiative_id.in_(RUN_BY_ME),
            ~answered,
        )
        .order_by(ASKED.c.id)
        .limit(MOST)
    )


@cache
def _people_to_confirm() -> Select[Any]:
    since = func.min(SIGN_UPS.c.created_at)
    return (
        select(
            *(TASKS.c.id, TASKS.c.title, func.count(SIGN_UPS.c.id)),
            *(since, func.min(SHIFTS.c.starts_at)),
        )
        .join_from(SIGN_UPS, SHIFTS)
        .join(TASKS)
        .where(
            SIGN_UPS.c.state == SignUpState.REQUESTED,
            SHIFTS.c.starts_at > bindparam("now"),
            TASKS.c.initiative_id.in_(RUN_BY_ME),
        )
        .group_by(TASKS.c.id, TASKS.c.title)
        .order_by(since)
        .limit(MOST)
    )


@cache
def _own_requests() -> Select[Any]:
    asks = (
        select(func.min(RESPONSES.c.id))
        .where(
            RESPONSES.c.request_id == REQUESTS.c.id,
            RESPONSES.c.kind == ResponseKind.WE_NEED_TO_KNOW,
            RESPONSES.c.state == TextState.PUBLISHED,
            RESPONSES.c.answer == "",
        )
        .scalar_subquery()
    )
    return (
        select(
            *(REQUESTS.c.id, REQUESTS.c.reference, REQUESTS.c.state, REQUESTS.c.submitted_at),
            *(REQUESTS.c.decision_due_on, PLANS.c.title, asks),
        )
        .join_from(REQUESTS, PLANS)
        .where(
            REQUESTS.c.initiative_id.in_(RUN_BY_ME),
            ~one_of(REQUESTS.c.state, DECIDED | {RequestState.WITHDRAWN}),
        )
        .order_by(REQUESTS.c.decision_due_on, REQUESTS.c.id)
        .limit(MOST)
    )
