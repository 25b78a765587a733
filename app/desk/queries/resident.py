"""What a resident runs, joined and was asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import and_, exists, func, or_, select, union
from sqlalchemy.orm import aliased, joinedload, load_only, raiseload

from app.accounts.models import User
from app.capacity.models import Response, ResponseKind
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import ENDED, PUBLIC, State, TextState
from app.initiatives.models import Initiative, Invitation
from app.initiatives.queries import ids_run_by
from app.initiatives.voices import Answer, Question
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from app.organisations.models import Membership
from app.support.lifecycle import DECIDED, RequestState
from app.support.models import SupportRequest
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask

LINE = (
    *(Initiative.title, Initiative.state, Initiative.owner_id, Initiative.organisation_id),
    *(Initiative.submitted_at, Initiative.published_at, Initiative.starts_on, Initiative.hidden_at),
)
# As ``is_listed``, but without its index: that would read every plan where a few are asked.
IS_PUBLIC = and_(Initiative.state.in_(PUBLIC), Initiative.hidden_at.is_(None))
PLANS = 30
REMEMBERED = timedelta(days=30)  # a text that came back is shown so long


@dataclass(frozen=True)
class OpenQuestion:
    """A question about a plan without an answer."""

    id: int
    text: str
    asked_at: datetime
    initiative_id: int
    title: str


@dataclass(frozen=True)
class Waiting:
    """People who asked to join a task and wait for its organiser."""

    task_id: int
    title: str
    people: int
    since: datetime
    first_shift: datetime


@dataclass(frozen=True)
class OwnRequest:
    """A request for support of a plan that somebody runs."""

    id: int
    reference: str | None
    state: RequestState
    sent_at: datetime | None
    due: date | None
    title: str
    wants_to_know: int | None  # the response that asks the team something


@dataclass(frozen=True)
class OwnText:
    """A text that waits for a moderator, or came back from one."""

    id: int
    title: str
    state: ReviewState
    sent_at: datetime
    promised_on: date


@dataclass(frozen=True)
class TeamInvitation:
    """A plan whose team asks for somebody."""

    initiative_id: int
    title: str
    since: datetime


def memberships(person: User) -> Sequence[Membership]:
    """Return the organisations of ``person`` and what one may do there."""
    mine = select(Membership).where(Membership.user_id == person.id)
    return db.session.scalars(mine.options(joinedload(Membership.organisation))).all()


def plans_of(person: User, organisation_ids: Collection[int]) -> Sequence[Initiative]:
    """Return the plans that ``person`` runs and the public ones of the organisations, newest first.

    What goes on comes before what ended. The drafts of others are theirs.
    """
    theirs = and_(Initiative.organisation_id.in_(organisation_ids), IS_PUBLIC)
    plans = union(select(ids_run_by(person).subquery()), select(Initiative.id).where(theirs))
    own_drafts = or_(Initiative.state != State.DRAFT, Initiative.owner_id == person.id)
    query = (
        select(Initiative)
        .where(Initiative.id.in_(plans), own_drafts, Initiative.state != State.ARCHIVED)
        .options(load_only(*LINE), raiseload("*"))
        .order_by(Initiative.state.in_(ENDED), Initiative.id.desc())
    )
    return db.session.scalars(query.limit(PLANS)).all()


def open_questions(person: User, limit: int) -> list[OpenQuestion]:
    """Return the questions that the teams of ``person`` did not answer, oldest first."""
    answered = exists().where(
        Answer.question_id == Question.id,
        Answer.state.in_([TextState.PUBLISHED, TextState.WAITING]),
    )
    query = (
        select(
            *(Question.id, Question.text, Question.created_at),
            *(Initiative.id, Initiative.title),
        )
        .join(Question.initiative)
        .where(
            Question.state == TextState.PUBLISHED,
            IS_PUBLIC,
            Question.initiative_id.in_(ids_run_by(person)),
            ~answered,
        )
        .order_by(Question.id)
    )
    return [OpenQuestion(*row) for row in db.session.execute(query.limit(limit))]


def people_to_confirm(person: User, limit: int) -> list[Waiting]:
    """Return by task how many people wait for its organiser, the longest waiting first."""
    since = func.min(SignUp.created_at)
    query = (
        select(
            *(VolunteerTask.id, VolunteerTask.title, func.count(SignUp.id)),
            *(since, func.min(Shift.starts_at)),
        )
        .join(SignUp.shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(
            SignUp.state == SignUpState.REQUESTED,
            Shift.starts_at > clock.now(),
            VolunteerTask.initiative_id.in_(ids_run_by(person)),
        )
        .group_by(VolunteerTask.id, VolunteerTask.title)
        .order_by(since)
    )
    return [Waiting(*row) for row in db.session.execute(query.limit(limit))]


def own_requests(person: User, limit: int) -> list[OwnRequest]:
    """Return the requests for support that ``person`` has to finish or waits for."""
    asks = (
        select(func.min(Response.id))
        .where(
            Response.request_id == SupportRequest.id,
            Response.kind == ResponseKind.WE_NEED_TO_KNOW,
            Response.state == TextState.PUBLISHED,
            Response.answer == "",
        )
        .scalar_subquery()
    )
    query = (
        select(
            *(SupportRequest.id, SupportRequest.reference, SupportRequest.state),
            *(SupportRequest.submitted_at, SupportRequest.decision_due_on, Initiative.title, asks),
        )
        .join(SupportRequest.initiative)
        .where(
            SupportRequest.initiative_id.in_(ids_run_by(person)),
            SupportRequest.state.not_in(DECIDED | {RequestState.WITHDRAWN}),
        )
        .order_by(SupportRequest.decision_due_on, SupportRequest.id)
    )
    return [OwnRequest(*row) for row in db.session.execute(query.limit(limit))]


def own_texts(person: User, limit: int) -> list[OwnText]:
    """Return the texts beside whole plans that wait for a moderator or came back, oldest first."""
    later = aliased(Review)
    is_last = ~exists().where(
        later.subject_type == Review.subject_type,
        later.subject_id == Review.subject_id,
        later.id > Review.id,
    )
    came_back = and_(
        Review.state == ReviewState.CHANGES_REQUESTED, Review.decided_at > clock.now() - REMEMBERED
    )
    query = (
        select(Review.id, Review.title, Review.state, Review.submitted_at, Review.promised_on)
        .where(
            Review.author_id == person.id,
            Review.subject_type != Initiative.__tablename__,
            or_(Review.state == ReviewState.WAITING, came_back),
            is_last,
        )
        .order_by(Review.id)
    )
    return [OwnText(*row) for row in db.session.execute(query.limit(limit))]


def team_invitations(person: User, limit: int) -> list[TeamInvitation]:
    """Return the plans that ask ``person`` to join their team, oldest first."""
    query = (
        select(Initiative.id, Initiative.title, Invitation.created_at)
        .join(Invitation, Invitation.initiative_id == Initiative.id)
        .where(Invitation.email == person.email)
        .order_by(Invitation.id)
    )
    return [TeamInvitation(*row) for row in db.session.execute(query.limit(limit))]
