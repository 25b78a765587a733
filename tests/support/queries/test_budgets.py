"""Budgets: which ones a place has, and who reads them."""

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.core import clock
from app.core.db import db
from app.core.errors import NotFound
from app.support import ledger, queries
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.counting import statements
from factories.support import a_budget, a_decider, a_request

YEAR = clock.today().year


def test_a_place_has_its_own_budgets_first_and_then_those_of_the_municipality() -> None:
    town = a_town()
    whole = a_budget(town.municipality, name="Stadsbudget")
    north = a_budget(town.north)
    a_budget(town.south, name="Wijkbudget Zuid")
    last_year = a_budget(town.north, name="Vorig jaar")
    last_year.year -= 1

    assert queries.budgets_for({town.mill.id, town.north.id}, YEAR) == [north, whole]


def test_the_most_one_request_can_ask_is_that_of_the_largest_rule() -> None:
    town = a_town()
    place = {town.mill.id, town.north.id}
    assert queries.most_per_request(place, YEAR) is None

    a_budget(town.north, most=500_00)
    a_budget(town.municipality, most=2000_00)
    assert queries.most_per_request(place, YEAR) == 2000_00


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.AREA_COORDINATOR, {"north", "whole"}),
        (Role.DECISION_MAKER, {"north", "whole"}),
        (None, set()),
    ],
)
def test_people_read_the_budgets_they_work_with(role: Role | None, sees: set[str]) -> None:
    town = a_town()
    budgets = {
        "north": a_budget(town.north),
        "south": a_budget(town.south),
        "whole": a_budget(town.municipality),
    }
    person = a_person("Dirk", role=role, area=town.north)

    found = {name for name, budget in budgets.items() if budget in queries.budgets_of(person)}

    assert found == sees
    assert found == {name for name, budget in budgets.items() if reads(person, budget.id)}


def reads(person: User, budget_id: int) -> bool:
    try:
        queries.budget_for(person, budget_id)
    except NotFound:
        return False
    return True


def test_somebody_for_the_whole_municipality_reads_every_budget() -> None:
    town = a_town()
    budgets = [a_budget(town.north, name="A"), a_budget(town.south, name="B")]

    assert queries.budgets_of(a_decider()) == budgets


def test_thirty_lines_of_the_ledger_cost_as_many_statements_as_one() -> None:
    budget, request = a_budget(), a_request()

    def look() -> list[str]:
        entries = db.session.scalars(queries.entries_of(budget)).all()
        return [f"{entry.request.reference} {entry.by.name}" for entry in entries]

    ledger.reserve(budget, request, 1_00, by=a_coordinator())
    one = statements(look)
    for number in range(29):
        ledger.reserve(budget, a_request(), 1_00, by=a_coordinator(name=f"Co {number}"))
    assert statements(look) == one
    assert len(look()) == 30
