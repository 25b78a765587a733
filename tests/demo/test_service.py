"""The filled portal: every state is there, and everything that is counted adds up."""

from collections import defaultdict

import pytest
from sqlalchemy import ColumnElement, func, select

from app.audit.models import Entry
from app.capacity.lifecycle import RESERVATION_LIFE, ReservationState
from app.capacity.models import (
    CapacityOffer,
    CapacityReservation,
    Response,
    ResponseKind,
)
from app.core import clock
from app.core.db import Base, db
from app.demo.service import Size
from app.initiatives import lifecycle as initiatives
from app.initiatives.lifecycle import PUBLIC, State, TextState
from app.initiatives.models import Initiative, InitiativeVersion
from app.initiatives.photos import Photo
from app.initiatives.voices import Answer, Question, Update
from app.moderation.lifecycle import REVIEW_LIFE, ReviewState
from app.moderation.models import Review
from app.support import lifecycle as support
from app.support.decisions import BudgetEntry, Decision, EntryKind, Proposal
from app.support.lifecycle import DECIDED, RequestState
from app.support.models import Budget, CostLine, FundingLine, SupportRequest
from app.volunteering.lifecycle import HOLDS_A_PLACE, SIGN_UP_LIFE, SignUpState
from app.volunteering.models import Attendance, Shift, SignUp, VolunteerTask
from factories.demo import fill

TEXTS = (InitiativeVersion, Update, Question, Answer, VolunteerTask, Response, Photo)
LIVES = {
    Initiative: initiatives.LIFE,
    SupportRequest: support.LIFE,
    SignUp: SIGN_UP_LIFE,
    CapacityReservation: RESERVATION_LIFE,
    Review: REVIEW_LIFE,
    **dict.fromkeys(TEXTS, initiatives.TEXT_LIFE),
}


def states_of(model: type[Base]) -> set[object]:
    return set(db.session.scalars(select(model.__table__.c.state).distinct()))


def total(amount: ColumnElement[int], *conditions: ColumnElement[bool]) -> int:
    return db.session.scalar(select(func.coalesce(func.sum(amount), 0)).where(*conditions)) or 0


def count(model: type[Base], *conditions: ColumnElement[bool]) -> int:
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


def test_a_small_town_has_everything_in_every_state() -> None:
    fill()

    assert count(Initiative) == 25
    assert states_of(Initiative) == set(State)
    assert set().union(*map(states_of, TEXTS)) == set(TextState)
    assert states_of(Question) == set(TextState)
    assert states_of(SignUp) == set(SignUpState) - {SignUpState.NEW}  # nobody stays new
    assert states_of(SupportRequest) == set(RequestState)
    assert states_of(CapacityReservation) == set(ReservationState)
    assert states_of(Review) == set(ReviewState)
    assert set(db.session.scalars(select(Decision.outcome))) == DECIDED
    assert set(db.session.scalars(select(BudgetEntry.kind))) == set(EntryKind)
    assert set(db.session.scalars(select(Response.kind))) == set(ResponseKind)


def test_organisers_noted_who_was_there_and_have_the_last_days_left_to_do() -> None:
    fill()

    noted = db.session.scalars(select(Attendance)).all()

    assert any(one.came for one in noted)
    assert all(one.sign_up.state is SignUpState.CONFIRMED for one in noted)
    assert all(one.noted_at > one.sign_up.shift.ends_at for one in noted)
    assert all(one.noted_by_id != one.sign_up.user_id for one in noted)
    assert count(Shift, Shift.thanks != "") > 0


def test_taken_places_are_the_live_sign_ups_and_nobody_waits_beside_a_free_place() -> None:
    fill()

    for shift in db.session.scalars(select(Shift)):
        here = SignUp.shift_id == shift.id
        assert shift.taken == count(SignUp, here, SignUp.state.in_(HOLDS_A_PLACE))
        if shift.is_coming and shift.taken < shift.places:
            assert count(SignUp, here, SignUp.state == SignUpState.WAITING) == 0


def test_taken_hours_are_the_reservations_that_were_not_released() -> None:
    fill()

    for offer in db.session.scalars(select(CapacityOffer)):
        held = CapacityReservation.state != ReservationState.RELEASED
        here = CapacityReservation.offer_id == offer.id
        assert offer.taken == total(CapacityReservation.hours, here, held)


def test_budgets_are_the_sums_of_their_ledgers_and_decisions() -> None:
    fill()

    for budget in db.session.scalars(select(Budget)):
        kinds = {
            kind: total(
                BudgetEntry.cents, BudgetEntry.budget_id == budget.id, BudgetEntry.kind == kind
            )
            for kind in EntryKind
        }
        reserved = kinds[EntryKind.RESERVED] - kinds[EntryKind.RELEASED] - kinds[EntryKind.BOOKED]
        assert (budget.reserved_cents, budget.booked_cents) == (reserved, kinds[EntryKind.BOOKED])
        assert reserved == total(
            Proposal.cents, Proposal.budget_id == budget.id, Proposal.ended_at.is_(None)
        )
        assert budget.booked_cents == total(Decision.cents, Decision.budget_id == budget.id)


def test_what_a_request_costs_is_what_is_paid_for_it() -> None:
    fill()

    for request in db.session.scalars(select(SupportRequest)):
        costs = total(CostLine.cents, CostLine.request_id == request.id)
        assert costs == total(FundingLine.cents, FundingLine.request_id == request.id)
        assert request.asked_cents == sum(need.cents for need in request.needs)
        assert (costs > 0) == request.asks_money


def test_the_log_is_in_the_order_of_time_and_ends_before_today() -> None:
    fill()

    entries = select(Entry.at).where(Entry.subject_type != "areas").order_by(Entry.id)
    moments = db.session.scalars(entries).all()
    assert moments == sorted(moments)
    assert moments[-1] < clock.now()


@pytest.mark.parametrize("seed", [1, 2])
def test_the_log_leads_step_by_step_to_the_state_of_everything(seed: int) -> None:
    fill(Size(residents=40, initiatives=40, seed=seed))

    steps: dict[tuple[str, int], list[Entry]] = defaultdict(list)
    for entry in db.session.scalars(select(Entry).where(Entry.new != "").order_by(Entry.id)):
        steps[entry.subject_type, entry.subject_id].append(entry)
    for model, life in LIVES.items():
        for number, state in db.session.execute(select(model.id, model.state)):
            taken = steps[model.__tablename__, number]
            states = [life.initial.value, *(step.new for step in taken)]
            assert [step.old for step in taken] == states[:-1], (model, number)
            assert states[-1] == state.value, (model, number)


def test_every_text_that_waits_has_one_look_that_waits() -> None:
    fill()

    waiting = {(one.subject_type, one.subject_id) for one in _waiting(Review, ReviewState.WAITING)}
    texts = {
        (kind.__tablename__, text.id)
        for kind in TEXTS
        for text in _waiting(kind, TextState.WAITING)
        if not (isinstance(text, InitiativeVersion) and text.initiative.state not in PUBLIC)
    }
    plans = {("initiatives", plan.id) for plan in _waiting(Initiative, State.SUBMITTED)}
    assert waiting == texts | plans
    assert count(Review, Review.state == ReviewState.WAITING) == len(waiting)


def _waiting(model: type[Base], state: object) -> list[Base]:
    return list(db.session.scalars(select(model).where(model.__table__.c.state == state)))
