"""People who decide at the same moment: no euro is promised twice, nothing is decided twice."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.support import service
from app.support.decisions import BudgetEntry, Decision, EntryKind
from app.support.lifecycle import RequestState
from app.support.models import Budget, SupportRequest
from app.support.values import Advice, Judgement, MoreTime, Question
from factories.accounts import a_coordinator
from factories.races import Deed, at_once
from factories.support import (
    a_budget,
    a_decider,
    a_judgement,
    a_request,
    asked_back,
    money,
    proposed,
)

SOME = 5  # times each race is run


def proposing(request: SupportRequest, budget: Budget, cents: int, by: User) -> Deed:
    request_id, person_id, advice = request.id, by.id, Advice("Doen.", budget.id, cents)
    return lambda: service.propose(
        db.session.get_one(SupportRequest, request_id),
        advice,
        by=db.session.get_one(User, person_id),
    )


def deciding(request: SupportRequest, judgement: Judgement, by: User) -> Deed:
    request_id, person_id = request.id, by.id
    return lambda: service.decide(
        db.session.get_one(SupportRequest, request_id),
        judgement,
        by=db.session.get_one(User, person_id),
    )


def withdrawing(request: SupportRequest) -> Deed:
    request_id = request.id

    def withdraw() -> None:
        found = db.session.get_one(SupportRequest, request_id)
        service.withdraw(found, by=found.author)

    return withdraw


def check_sums(budget: Budget) -> None:
    sums = dict.fromkeys(EntryKind, 0)
    for entry in db.session.query(BudgetEntry).filter_by(budget_id=budget.id):
        sums[entry.kind] += entry.cents
    held = sums[EntryKind.RESERVED] - sums[EntryKind.RELEASED] - sums[EntryKind.BOOKED]
    assert (budget.reserved_cents, budget.booked_cents) == (held, sums[EntryKind.BOOKED])
    assert budget.free_cents >= 0


@pytest.mark.parametrize("attempt", range(SOME))
def test_two_proposals_for_the_last_money_exactly_one_gets_it(app: Flask, attempt: int) -> None:
    budget = a_budget(ceiling=2000_00)
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    requests = [a_request(needs=[money()], state=RequestState.IN_ASSESSMENT) for _ in range(2)]

    outcomes = at_once(
        app,
        [
            proposing(request, budget, 1850_00, by)
            for request, by in zip(requests, (carla, cor), strict=True)
        ],
    )

    assert outcomes == ["Refused", "done"]
    assert budget.reserved_cents == 1850_00
    assert sorted(request.state for request in requests) == [
        RequestState.IN_ASSESSMENT,
        RequestState.PROPOSED,
    ]
    check_sums(budget)


@pytest.mark.parametrize("attempt", range(SOME))
def test_two_proposals_for_one_request_reserve_its_money_once(app: Flask, attempt: int) -> None:
    budget = a_budget()
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    request = a_request(needs=[money()], state=RequestState.IN_ASSESSMENT)

    outcomes = at_once(app, [proposing(request, budget, 1850_00, by) for by in (carla, cor)])

    assert outcomes == ["OutOfDate", "done"]
    assert budget.reserved_cents == 1850_00
    assert len(request.proposals) == 1
    check_sums(budget)


@pytest.mark.parametrize("attempt", range(SOME))
def test_two_decisions_on_one_request_exactly_one_counts(app: Flask, attempt: int) -> None:
    budget = a_budget()
    request = a_request(needs=[money()])
    proposed(request, by=a_coordinator(), budget=budget, cents=1850_00)
    dirk, dora = a_decider(), a_decider("Dora")

    outcomes = at_once(
        app,
        [
            deciding(request, a_judgement("grant", cents=1850_00), dirk),
            deciding(request, a_judgement("refuse"), dora),
        ],
    )

    assert outcomes == ["OutOfDate", "done"]
    decision = db.session.query(Decision).one()
    assert budget.reserved_cents == 0
    assert budget.booked_cents == decision.cents
    assert request.state is decision.outcome
    check_sums(budget)


@pytest.mark.parametrize("attempt", range(SOME))
def test_decisions_on_two_requests_never_pass_the_ceiling(app: Flask, attempt: int) -> None:
    budget = a_budget(ceiling=3000_00)
    carla, dirk = a_coordinator(), a_decider()
    requests = [a_request(needs=[money(cents)]) for cents in (1850_00, 1000_00)]
    for request in requests:
        proposed(request, by=carla, budget=budget, cents=request.asked_cents)
    late = a_request(needs=[money(500_00)], state=RequestState.IN_ASSESSMENT)

    outcomes = at_once(
        app,
        [
            *(
                deciding(request, a_judgement("grant", cents=request.asked_cents), dirk)
                for request in requests
            ),
            proposing(late, budget, 500_00, carla),
        ],
    )

    assert outcomes == ["Refused", "done", "done"]
    assert (budget.reserved_cents, budget.booked_cents) == (0, 2850_00)
    check_sums(budget)


@pytest.mark.parametrize("attempt", range(SOME))
def test_a_team_withdraws_while_somebody_decides_and_the_money_is_in_one_place(
    app: Flask, attempt: int
) -> None:
    budget = a_budget()
    request = a_request(needs=[money()])
    proposed(request, by=a_coordinator(), budget=budget, cents=1850_00)

    outcomes = at_once(
        app,
        [
            deciding(request, a_judgement("grant", cents=1850_00), a_decider()),
            withdrawing(request),
        ],
    )

    assert outcomes == ["OutOfDate", "done"]
    was_granted = request.state is RequestState.GRANTED
    assert (budget.reserved_cents, budget.booked_cents) == (0, 1850_00 if was_granted else 0)
    check_sums(budget)


def asking(request: SupportRequest, by: User) -> Deed:
    request_id, person_id = request.id, by.id
    question = Question("Hoe diep?", clock.today() + timedelta(weeks=2))
    return lambda: service.ask_supplement(
        db.session.get_one(SupportRequest, request_id),
        question,
        by=db.session.get_one(User, person_id),
    )


def taking_more_time(request: SupportRequest, by: User) -> Deed:
    request_id, person_id = request.id, by.id
    more = MoreTime(clock.today() + timedelta(weeks=10), "Druk.")
    return lambda: service.extend(
        db.session.get_one(SupportRequest, request_id), more, by=db.session.get_one(User, person_id)
    )


@pytest.mark.parametrize("deed", [asking, taking_more_time])
def test_two_officials_at_the_same_moment_move_the_day_once(
    app: Flask, deed: Callable[[SupportRequest, User], Deed]
) -> None:
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    request = a_request(state=RequestState.IN_ASSESSMENT)

    outcomes = at_once(app, [deed(request, by) for by in (carla, cor)])

    assert outcomes == ["OutOfDate", "done"]
    assert len(request.supplements) + bool(request.extension) == 1


def test_an_answer_and_leaving_out_at_the_same_moment_exactly_one_counts(app: Flask) -> None:
    request, dirk = a_request(), a_decider()
    supplement = asked_back(request, by=a_coordinator())
    supplement.asked_on -= timedelta(days=30)
    supplement.until = clock.today() - timedelta(days=1)
    request_id, dirk_id = request.id, dirk.id

    def answer() -> None:
        found = db.session.get_one(SupportRequest, request_id)
        service.answer_supplement(found, "Een meter.", by=found.author)

    outcomes = at_once(
        app,
        [
            answer,
            lambda: service.not_consider(
                db.session.get_one(SupportRequest, request_id),
                by=db.session.get_one(User, dirk_id),
            ),
        ],
    )

    assert outcomes == ["OutOfDate", "done"]
    left_out = request.state is RequestState.NOT_CONSIDERED
    assert db.session.query(Decision).count() == left_out
    assert (request.supplements[0].answer == "") == left_out
