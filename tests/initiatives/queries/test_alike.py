"""Plans nearby that look like a draft are found; others are not."""

import tomllib
from pathlib import Path

import pytest

from app.areas.models import Area
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.queries.alike import MOST, alike_near
from app.initiatives.queries.cards import KIND
from app.initiatives.service import findable
from app.search import service as search
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative

Text = tuple[str, str]  # title and summary
HERE = Path(__file__).parent
GARDENS: Text = ("Geveltuintjes", "We maken samen tuintjes langs de gevels.")


def pairs(name: str) -> list[tuple[Text, Text]]:
    found = tomllib.loads((HERE / name).read_text())["pairs"]
    return [((one[0], one[1]), (other[0], other[1])) for one, other in found]


def a_public_plan(
    text: Text = GARDENS,
    *,
    where: Area | None = None,
    state: State = State.PUBLISHED,
    hidden: bool = False,
) -> Initiative:
    """Return a plan that search knows, with nothing in it but ``text``."""
    plan = an_initiative(title=text[0], state=state, neighbourhood=where, hidden=hidden)
    plan.summary = text[1]
    plan.plan = plan.place = plan.for_whom = plan.with_whom = ""
    findable.put(plan)
    return plan


def a_draft(text: Text = GARDENS, *, where: Area | None = None) -> Initiative:
    """Return a plan that is being written; it is nowhere but in the hands of its writer."""
    place = where or a_town().mill
    return Initiative(
        title=text[0], summary=text[1], neighbourhood_id=place.id, district_id=place.parent_id
    )


def found_of(name: str, *, across: bool) -> list[str]:
    """Return the titles of the pairs of which one is shown to who writes the other."""
    town, found = a_town(), []
    for written, there in pairs(name):
        plan = a_public_plan(there, where=town.harbour if across else town.mill)
        if plan.id in {one.id for one in alike_near(a_draft(written))}:
            found.append(written[0])
        search.remove(KIND, plan.id)
    return found


@pytest.mark.parametrize("across", [False, True], ids=["same-neighbourhood", "same-district"])
def test_at_least_sixteen_of_twenty_plans_that_look_alike_are_shown(across: bool) -> None:
    assert len(pairs("plans_that_look_alike.toml")) == 20
    assert len(found_of("plans_that_look_alike.toml", across=across)) >= 16


@pytest.mark.parametrize("across", [False, True], ids=["same-neighbourhood", "same-district"])
def test_at_most_two_of_twenty_plans_that_differ_are_shown(across: bool) -> None:
    assert len(pairs("plans_that_differ.toml")) == 20
    assert len(found_of("plans_that_differ.toml", across=across)) <= 2


def test_what_looks_most_alike_comes_first_and_three_are_enough() -> None:
    a_public_plan(("Planten langs de gevel", "Iedereen zet een pot neer."))
    best = a_public_plan()
    for number in range(5):
        a_public_plan((f"Tuintjes {number}", "Smalle stroken langs gevels."))

    found = alike_near(a_draft())

    assert (found[0].id, len(found)) == (best.id, MOST)


def test_a_plan_in_another_district_is_not_nearby() -> None:
    town = a_town()
    a_public_plan(where=town.park)
    near = a_public_plan(where=town.harbour)

    assert [one.id for one in alike_near(a_draft(where=town.mill))] == [near.id]


def test_only_public_plans_that_can_be_joined_are_shown() -> None:
    for state in State:
        a_public_plan(state=state)
    a_public_plan(hidden=True)

    seen: set[State] = set()
    for _plan in range(len(State)):
        found = alike_near(a_draft())
        seen |= {one.state for one in found}
        for one in found:
            search.remove(KIND, one.id)

    going_on = {State.PUBLISHED, State.EXPLORING, State.PREPARING, State.RUNNING, State.PAUSED}
    assert seen == going_on


@pytest.mark.parametrize("text", [("", ""), ("Samen met de hele buurt", "Wij willen meedoen.")])
def test_a_draft_without_a_subject_looks_like_nothing(text: Text) -> None:
    a_public_plan()

    assert alike_near(a_draft(text)) == []


def test_a_draft_without_a_place_has_nothing_nearby() -> None:
    a_public_plan()

    assert alike_near(Initiative(title=GARDENS[0], summary=GARDENS[1])) == []


def test_it_costs_one_statement_however_many_plans_there_are() -> None:
    for _plan in range(12):
        a_public_plan()
    draft = a_draft()

    assert statements(lambda: alike_near(draft)) == 1
