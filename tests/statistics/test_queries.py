"""What is counted: set by set, where one may look, and as cheap for thirty rows as for one."""

from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.core.inquiries import answer
from app.initiatives.lifecycle import State
from app.initiatives.models import Theme
from app.moderation import service as moderation
from app.statistics import queries, tables
from app.statistics.scope import Scope
from app.support import service as support
from app.support.lifecycle import RequestState
from app.ui.charts import FEW, Figures, Value
from factories.accounts import a_moderator
from factories.areas import a_town
from factories.capacity import a_team, an_offer
from factories.initiatives import an_initiative
from factories.moderation import a_review
from factories.support import a_budget, a_decider, a_judgement, a_request, an_adviser, proposed
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours


def everywhere(*, everybody: bool = False) -> Scope:
    return Scope(None, 3, clock.today(), everybody=everybody)


def in_the_south() -> Scope:
    return Scope((a_town().south.id,), 3, clock.today())


def values(figures: Figures) -> dict[str, tuple[Value, ...]]:
    """Return the values by label, without the rows that hold nothing."""
    return {row.label: row.values for row in figures.rows if any(row.values)}


def test_plans_by_state_leave_drafts_out_and_for_everybody_what_is_not_public() -> None:
    for state in (State.DRAFT, State.SUBMITTED, State.RUNNING, State.RUNNING):
        an_initiative(state=state)
    an_initiative(state=State.RUNNING, hidden=True)
    an_initiative(state=State.COMPLETED, neighbourhood=a_town().park)

    def counted(scope: Scope) -> dict[str, tuple[Value, ...]]:
        return values(tables.states(answer(queries.states(scope)), scope))

    assert counted(everywhere()) == {"Ingestuurd": (1,), "Bezig": (3,), "Klaar": (1,)}
    assert counted(everywhere(everybody=True)) == {"Bezig": (2,), "Klaar": (1,)}
    assert counted(in_the_south()) == {"Klaar": (1,)}


def test_plans_by_theme_are_those_of_the_period() -> None:
    an_initiative(themes=(Theme.LIVING, Theme.WORK))
    an_initiative(themes=(Theme.LIVING,), neighbourhood=a_town().park)
    an_initiative(themes=(Theme.LIVING,), state=State.SUBMITTED)
    an_initiative(themes=(Theme.LIVING,), days_old=400)

    def counted(scope: Scope) -> dict[str, tuple[Value, ...]]:
        return values(tables.themes(answer(queries.themes(scope)), scope))

    assert counted(everywhere()) == {"Wonen": (3,), "Werk en meedoen": (1,)}
    assert counted(everywhere(everybody=True)) == {"Wonen": (2,), "Werk en meedoen": (1,)}
    assert counted(in_the_south()) == {"Wonen": (1,)}


def test_the_wait_for_a_moderator_has_a_middle_and_an_end() -> None:
    mo, monday = a_moderator(), everywhere().weeks[-2].starts_at
    for days in (1, 2, 9):
        review = a_review()
        review.submitted_at = monday
        moderation.publish(review, by=mo)
        review.decided_at = monday + timedelta(days=days)
    waiting, gone = a_review(), a_review()
    this_week = everywhere().weeks[-1].starts_at
    waiting.submitted_at = max(this_week, clock.now() - timedelta(hours=12))
    moderation.take_back(moderation.subjects.load(gone), by=gone.author)
    db.session.flush()

    found = tables.reviews(answer(queries.reviews(everywhere())), everywhere())

    assert found.rows[-2].values == (2.0, 9.0, 3)
    assert found.rows[0].values == (None, None, 0)
    waits = [row.values for row in found.rows if row.values[2] == 1]
    days = pytest.approx((clock.now() - waiting.submitted_at) / timedelta(days=1), abs=0.1)
    assert waits == [(days, days, 1)]
    assert tables.reviews(answer(queries.reviews(in_the_south())), in_the_south()).is_empty


def test_the_wait_for_a_decision_ends_with_the_decision() -> None:
    budget, dirk = a_budget(), a_decider()
    request = a_request(state=RequestState.IN_ASSESSMENT)
    request.submitted_at = clock.now() - timedelta(days=20)
    proposed(request, by=an_adviser(), budget=budget, cents=100_00)
    support.decide(request, a_judgement("grant_partly", cents=100_00), by=dirk)
    open_one = a_request(an_initiative(neighbourhood=a_town().park))
    open_one.submitted_at = clock.now() - timedelta(days=1)
    a_request(state=RequestState.DRAFT)
    db.session.flush()

    def waits(scope: Scope) -> list[tuple[Value, ...]]:
        found = tables.requests(answer(queries.requests(scope)), scope)
        return [row.values for row in found.rows if row.values[2]]

    assert waits(everywhere()) == [(20.0, 20.0, 1), (1.0, 1.0, 1)]
    assert waits(in_the_south()) == [(1.0, 1.0, 1)]


def test_money_by_pot_says_what_is_left_and_nothing_of_advice_to_everybody() -> None:
    budget = a_budget(ceiling=1_000_00)
    budget.reserved_cents, budget.booked_cents = 200_00, 300_00
    db.session.flush()
    year = budget.year

    def counted(scope: Scope) -> dict[str, tuple[Value, ...]]:
        return values(tables.pots(answer(queries.pots(scope)), scope))

    name = f"Wijkbudget Noord {year}"
    assert counted(everywhere()) == {name: (300_00, 200_00, 1_000_00, 500_00)}
    assert counted(everywhere(everybody=True)) == {name: (300_00, 1_000_00)}
    assert counted(in_the_south()) == {}


def test_hours_are_those_of_the_teams_that_serve_the_area() -> None:
    north = a_team()
    an_offer(north, hours=10, taken=4)
    an_offer(north, hours=20, taken=5)
    an_offer(north, hours=7, withdrawn=True)
    an_offer(a_team("Wijkteam Zuid", a_town().south), hours=3, quarters_from_now=1)

    def counted(scope: Scope) -> list[tuple[Value, ...]]:
        return [row.values for row in tables.hours(answer(queries.hours(scope)), scope).rows]

    assert counted(everywhere()) == [(0, 0), (9, 30), (0, 3)]
    assert counted(in_the_south()) == [(0, 0), (0, 0), (0, 3)]


def test_few_people_are_not_told_and_many_are_rounded_for_everybody() -> None:
    def sign_up(number: int, *, in_days: int) -> None:
        when = clock.now() + timedelta(days=in_days)
        all_sign_up(a_shift(a_task(), places=20, starts_at=when), neighbours(number))

    def counted(scope: Scope) -> tuple[Value, ...]:
        return tables.sign_ups(answer(queries.sign_ups(scope)), scope).rows[-1].values

    assert counted(everywhere()) == (0, 0)
    sign_up(3, in_days=2)
    assert counted(everywhere()) == (FEW, FEW)
    sign_up(9, in_days=4)

    assert counted(everywhere()) == (12, 9)
    assert counted(everywhere(everybody=True)) == (10, 10)
    assert counted(in_the_south()) == (0, 0)
