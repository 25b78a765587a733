"""What is on offer becomes supplies, in a fixed number of statements."""

from datetime import timedelta

from app.capacity.models import OfferKind
from app.core import clock
from app.matching import queries
from app.matching.engine.problem import Supply
from app.support.models import Expertise, SupportKind
from factories.areas import a_town
from factories.counting import statements
from factories.matching import a_budget, a_team, a_type, an_offer, three_teams


def the_only() -> queries.Candidate:
    (candidate,) = queries.candidates({})
    return candidate


def test_the_hours_of_a_team_become_a_supply_with_its_areas_and_what_is_free() -> None:
    town = a_town()
    team = a_team("Wijkteam Noord", town.north, town.south, expertise=[Expertise.SPORT])
    offer = an_offer(team, 20, taken=8)

    candidate = the_only()

    assert candidate.name == "Wijkteam Noord"
    assert candidate.supply == Supply(
        id=f"offer:{offer.id}",
        kinds=frozenset({"team_hours"}),
        provider_id=f"team:{team.id}",
        organisation_ids=frozenset({team.organisation_id}),
        areas=frozenset({"WK999801", "WK999802"}),
        expertise=frozenset({"sport"}),
        languages=frozenset({"nl"}),
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        total_hours=20,
        free_hours=12,
    )


def test_a_team_that_coaches_answers_a_question_for_coaching_too() -> None:
    an_offer(a_team("Wijkteam Noord"), kind=OfferKind.COACHING)

    assert the_only().supply.kinds == frozenset({"team_hours", "coaching"})


def test_a_team_of_the_whole_municipality_works_everywhere() -> None:
    an_offer(a_team("Team Samen", a_town().municipality))

    assert the_only().supply.areas is None


def test_withdrawn_hours_keep_their_number_and_say_that_they_are_withdrawn() -> None:
    an_offer(a_team("Wijkteam Noord"), 20, taken=8, is_withdrawn=True)

    supply = the_only().supply

    assert (supply.withdrawn, supply.free_hours) == (True, 12)


def test_hours_of_a_period_that_is_over_are_not_on_offer() -> None:
    an_offer(a_team("Wijkteam Noord"), ends_on=clock.today() - timedelta(days=1))

    assert queries.candidates({}) == []


def test_two_offers_of_one_team_can_be_told_apart_by_name() -> None:
    team = a_team("Wijkteam Noord")
    for days in (10, 100):
        an_offer(team, ends_on=clock.today() + timedelta(days=days))

    names = {candidate.name for candidate in queries.candidates({})}

    assert len(names) == 2
    assert all(name.startswith("Wijkteam Noord, tot en met ") for name in names)


def test_a_line_of_the_catalogue_tells_its_conditions_but_never_fails_on_them() -> None:
    line = a_type("Zaal in het buurthuis", area=a_town().north)

    candidate = the_only()

    assert candidate.conditions == ("Ruim je rommel op.",)
    assert candidate.name == "Zaal in het buurthuis (Gemeente Proefstad)"
    assert candidate.supply == Supply(
        id=f"facility:{line.id}",
        kinds=frozenset({"space"}),
        provider_id=f"organisation:{line.provider_id}",
        organisation_ids=frozenset({line.provider_id}),
        areas=frozenset({"WK999801"}),
        languages=frozenset({"nl"}),
    )


def test_what_a_team_offers_in_the_catalogue_has_the_expertise_of_the_team() -> None:
    team = a_team("Wijkteam Noord", expertise=[Expertise.YOUTH])
    line = a_type("Meedenken", SupportKind.COACHING)
    line.provider_id = team.organisation_id

    assert the_only().supply.expertise == frozenset({"youth"})


def test_a_withdrawn_line_of_the_catalogue_is_not_on_offer() -> None:
    a_type("Zaal").withdrawn_on = clock.today()

    assert queries.candidates({}) == []


def test_a_budget_tells_what_is_left_what_is_the_most_and_whether_there_are_rules() -> None:
    budget = a_budget(a_town().north, ceiling=1_000_00, most=250_00)
    budget.booked_cents, budget.legal_basis = 400_00, " "

    supply = the_only().supply

    assert (supply.id, supply.kinds) == (f"budget:{budget.id}", frozenset({"money"}))
    assert (supply.free_cents, supply.max_cents) == (600_00, 250_00)
    assert supply.has_legal_basis is False


def test_a_budget_of_last_year_is_not_on_offer() -> None:
    a_budget(a_town().north).year -= 1

    assert queries.candidates({}) == []


def test_reading_the_supplies_costs_the_same_for_many_as_for_few() -> None:
    three_teams()
    a_type("Zaal")
    a_budget(a_town().north)
    few = statements(lambda: queries.candidates({}))
    for number in range(30):
        an_offer(a_team(f"Team {number}"))
        a_type(f"Zaal {number}")

    assert statements(lambda: queries.candidates({})) == few == 4
