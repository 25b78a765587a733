"""Two officials who answer an objection at the same moment, and a team that takes it back meanwhile."""

import pytest
from flask import Flask

from app.accounts.models import User
from app.core.db import db
from app.support import service
from app.support.decisions import BudgetEntry, EntryKind
from app.support.objections import Finding, Objection, ObjectionState
from app.support.values import Ruling
from factories.objecting import an_objection, partly
from factories.races import Deed, at_once
from factories.support import ASKED, a_budget, a_decider

SOME = 3  # times each race is run
YES = Ruling(Finding.WELL_FOUNDED, "Ja.", "grant", ASKED)


def answering(objection: Objection, ruling: Ruling, by: User) -> Deed:
    objection_id, person_id = objection.id, by.id
    return lambda: service.decide_objection(
        db.session.get_one(Objection, objection_id),
        ruling,
        by=db.session.get_one(User, person_id),
    )


def withdrawing(objection: Objection) -> Deed:
    objection_id = objection.id

    def withdraw() -> None:
        found = db.session.get_one(Objection, objection_id)
        service.withdraw_objection(found, by=found.author)

    return withdraw


@pytest.mark.parametrize("attempt", range(SOME))
def test_of_two_answers_one_counts_and_its_money_is_booked_once(app: Flask, attempt: int) -> None:
    budget = a_budget()
    objection = an_objection(partly(budget, 500_00))
    both = [answering(objection, YES, a_decider(name)) for name in ("Eva", "Fons")]

    assert at_once(app, both) == ["OutOfDate", "done"]

    assert (budget.reserved_cents, budget.booked_cents) == (0, ASKED)
    booked = db.session.query(BudgetEntry).filter_by(kind=EntryKind.BOOKED)
    assert sum(entry.cents for entry in booked) == ASKED


@pytest.mark.parametrize("attempt", range(SOME))
def test_an_answer_or_a_withdrawal_counts_never_both(app: Flask, attempt: int) -> None:
    budget = a_budget()
    objection = an_objection(partly(budget, 500_00))

    outcomes = at_once(app, [answering(objection, YES, a_decider("Eva")), withdrawing(objection)])

    assert outcomes == ["OutOfDate", "done"]
    answered = objection.state is ObjectionState.DECIDED
    assert budget.booked_cents == (ASKED if answered else 500_00)
