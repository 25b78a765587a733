"""A support request becomes the question for the engine."""

import pytest

from app.areas.models import Area, AreaKind, AreaPart
from app.capacity.models import ResponseKind
from app.core import clock
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.lifecycle import TextState
from app.matching import queries
from app.matching.engine.problem import Line, Request
from app.support.lifecycle import RequestState
from app.support.models import SupportKind
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.counting import statements
from factories.matching import (
    a_need,
    a_request,
    a_response,
    a_team,
    a_walking_group,
    an_offer,
    an_organisation,
    three_teams,
)


def test_the_request_tells_the_engine_where_what_and_when_and_nothing_about_the_residents() -> None:
    request = a_request()

    asked = queries.question_for(request).request

    assert asked == Request(
        id=request.id,
        initiative_id=request.initiative_id,
        neighbourhood="BU99980101",
        district="WK999801",
        themes=frozenset({"health", "together"}),
        submitted_on=clock.today(),
        lines=(Line(id=request.needs[0].id, kind="team_hours", expertise="loneliness", hours=6),),
    )


def test_a_need_for_money_asks_for_cents() -> None:
    money = a_need(SupportKind.MONEY, hours=0, expertise="", cents=250_00)
    request = a_request(needs=[money])

    (line,) = queries.question_for(request).request.lines

    assert line == Line(id=money.id, kind="money", cents=250_00)


def test_an_area_of_the_municipality_around_the_neighbourhood_is_told() -> None:
    town = a_town()
    around = Area(
        kind=AreaKind.OWN, code="EG1", official_name="Rond de molen", name="Rond de molen",
        slug="rond-de-molen", parent_id=town.municipality.id, year=2026,
    )  # fmt: skip
    db.session.add(around)
    db.session.flush()
    db.session.add(AreaPart(area_id=around.id, neighbourhood_id=town.mill.id))
    db.session.flush()

    assert queries.question_for(a_request()).request.own_areas == frozenset({"EG1"})


def test_the_organisation_of_the_initiative_may_not_answer_itself() -> None:
    initiative = a_walking_group()
    initiative.organisation_id = an_organisation("De Brug").id

    asked = queries.question_for(a_request(initiative)).request

    assert asked.initiator_organisation_ids == frozenset({initiative.organisation_id})


def test_who_said_no_last_declines_with_everything_that_it_offers() -> None:
    request, team = a_request(), a_team("Wijkteam Noord")
    offers = [an_offer(team), an_offer(team)]
    a_response(request, team.organisation, ResponseKind.WE_DO_NOT)

    (line,) = queries.question_for(request).request.lines

    assert line.declined == frozenset(f"offer:{offer.id}" for offer in offers)


@pytest.mark.parametrize("last", [ResponseKind.WE_DO, ResponseKind.WE_NEED_TO_KNOW])
def test_the_last_answer_counts(last: ResponseKind) -> None:
    request, team = a_request(), a_team("Wijkteam Noord")
    an_offer(team)
    a_response(request, team.organisation, ResponseKind.WE_DO_NOT)
    a_response(request, team.organisation, last)

    question = queries.question_for(request)

    assert question.request.lines[0].declined == frozenset()
    assert question.answers[team.organisation_id].kind == last


def test_an_answer_that_was_taken_back_does_not_count() -> None:
    request, team = a_request(), a_team("Wijkteam Noord")
    an_offer(team)
    response = a_response(request, team.organisation, ResponseKind.WE_DO_NOT)
    response.state = TextState.WITHDRAWN
    db.session.flush()

    assert queries.question_for(request).answers == {}


def test_who_did_something_for_this_group_before_knows_it() -> None:
    initiative, team = a_walking_group(), a_team("Wijkteam Noord")
    an_offer(team)
    earlier = a_request(initiative, state=RequestState.GRANTED)
    a_response(earlier, team.organisation, ResponseKind.WE_DO)

    (supply,) = queries.question_for(a_request(initiative)).supplies

    assert supply.knows == frozenset({initiative.id})


def test_saying_yes_to_this_very_request_is_not_knowing_the_group() -> None:
    request, team = a_request(), a_team("Wijkteam Noord")
    an_offer(team)
    a_response(request, team.organisation, ResponseKind.WE_DO)

    assert queries.question_for(request).supplies[0].knows == frozenset()


def test_help_that_was_given_in_the_neighbourhood_is_counted() -> None:
    given = [RequestState.GRANTED, RequestState.PARTLY_GRANTED, RequestState.REFUSED]
    for state in given:
        a_request(state=state)
    elsewhere = a_walking_group()
    elsewhere.neighbourhood_id = a_town().harbour.id
    a_request(elsewhere, state=RequestState.GRANTED)

    assert queries.question_for(a_request()).context.support_received == {"BU99980101": 2}


def test_the_load_of_a_team_is_over_all_its_offers_that_stand() -> None:
    team = a_team("Wijkteam Noord")
    an_offer(team, 30, taken=10)
    an_offer(team, 10, taken=10)
    an_offer(team, 60, is_withdrawn=True)

    assert queries.question_for(a_request()).context.load == {f"team:{team.id}": 500}


def test_the_question_costs_at_most_twelve_statements_however_much_is_on_offer() -> None:
    coordinator = a_coordinator(a_town().north)
    request = a_request()
    three_teams()
    number = request.id

    def ask() -> None:
        queries.question_for(queries.found(coordinator, number))

    few = statements(ask)
    for one in range(30):
        team = a_team(f"Team {one}")
        an_offer(team)
        a_response(request, team.organisation)

    assert statements(ask) == few
    assert few <= 12


def test_a_request_elsewhere_does_not_exist_for_a_coordinator() -> None:
    request = a_request()

    with pytest.raises(NotFound):
        queries.found(a_coordinator(a_town().south), request.id)


def test_a_number_that_no_database_can_hold_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.found(a_person(), 2**70)


def test_a_request_that_was_not_sent_in_is_no_question() -> None:
    request = a_request(state=RequestState.DRAFT)
    request.submitted_at = None

    with pytest.raises(ValueError, match="was not sent in"):
        queries.question_for(request)
