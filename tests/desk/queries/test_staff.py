"""What waits for those who answer, coordinate, decide and moderate."""

from datetime import timedelta

from app.accounts.roles import Role
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityReservation
from app.core import clock
from app.core.db import db
from app.core.inquiries import answer
from app.desk.queries import staff as queries
from app.initiatives.lifecycle import State, TextState
from app.support.decisions import Proposal
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.matching import (
    a_professional,
    a_request,
    a_response,
    a_team,
    an_offer,
    an_organisation,
)


def due_in(days: int, state: RequestState = RequestState.SUBMITTED) -> SupportRequest:
    request = a_request(state=state)
    request.decision_due_on = clock.today() + timedelta(days=days)
    db.session.flush()
    return request


def a_proposal(request: SupportRequest) -> Proposal:
    proposal = Proposal(request=request, author=a_person("Vera"), cents=100_00, advice="Doen.")
    db.session.add(proposal)
    db.session.flush()
    return proposal


def test_a_coordinator_handles_what_is_due_soonest_first() -> None:
    late, soon = due_in(9), due_in(2, RequestState.IN_ASSESSMENT)
    due_in(1, RequestState.PROPOSED)
    due_in(1, RequestState.GRANTED)

    found = answer(queries.requests_to_handle(a_coordinator(a_town().north), 10))

    assert [one.id for one in found] == [soon.id, late.id]


def test_a_coordinator_elsewhere_and_a_resident_handle_nothing() -> None:
    due_in(1)

    assert answer(queries.requests_to_handle(a_coordinator(a_town().south), 10)) == ()
    assert answer(queries.requests_to_handle(a_person("Bilal"), 10)) == ()


def test_a_coordinator_of_the_whole_municipality_handles_everything() -> None:
    due_in(1)

    assert len(answer(queries.requests_to_handle(a_coordinator(), 10))) == 1


def test_the_plan_of_a_coordinator_is_for_a_colleague() -> None:
    coordinator = a_coordinator(a_town().north)
    request = a_request(an_initiative(coordinator))
    a_proposal(a_request(an_initiative(coordinator), state=RequestState.PROPOSED))

    assert answer(queries.requests_to_handle(coordinator, 10)) == ()
    assert answer(queries.proposals_to_decide(coordinator, 10)) == ()
    assert [
        one.id for one in answer(queries.requests_to_handle(a_coordinator(name="Cor"), 10))
    ] == [request.id]


def test_a_proposal_that_stands_waits_for_who_decides_there() -> None:
    request = due_in(3, RequestState.PROPOSED)
    a_proposal(request).ended_at = clock.now()
    standing = a_proposal(request)
    a_proposal(due_in(1, RequestState.IN_ASSESSMENT))
    decider = a_person("Dirk", role=Role.DECISION_MAKER, area=a_town().north)

    (found,) = answer(queries.proposals_to_decide(decider, 10))

    assert (found.request_id, found.author_id, found.cents) == (
        request.id,
        standing.author_id,
        100_00,
    )


def test_plans_wait_for_a_moderator_in_the_district_oldest_first() -> None:
    an_initiative(title="Nieuw", state=State.SUBMITTED)
    an_initiative(title="Oud", state=State.SUBMITTED, days_old=3)
    an_initiative(title="Elders", state=State.SUBMITTED, neighbourhood=a_town().park)
    an_initiative(title="Geplaatst")

    found = answer(queries.new_plans(a_coordinator(a_town().north), 10))

    assert [one.title for one in found] == ["Oud", "Nieuw"]


def test_a_professional_sees_what_the_own_organisation_did_not_answer() -> None:
    team, other = an_organisation("Wijkteam Noord"), an_organisation("Anders")
    petra = a_professional(team, a_town().north)
    answered, taken_back, open_one = a_request(), a_request(), a_request()
    a_response(answered, team)
    a_response(taken_back, team).state = TextState.WITHDRAWN
    a_response(open_one, other)
    db.session.flush()

    found = answer(queries.unanswered_requests(petra, 10))

    assert [one.id for one in found] == [taken_back.id, open_one.id]


def test_the_hours_of_the_own_team_from_today_on() -> None:
    team = a_team("Wijkteam Noord")
    offer = an_offer(team, 20, taken=6)
    an_offer(team, ends_on=clock.today() - timedelta(days=1))
    an_offer(team, is_withdrawn=True)
    an_offer(a_team("Wijkteam Zuid"))

    (found,) = answer(queries.hours_of(a_professional(team.organisation, a_town().north), 10))

    assert (found.team, found.ends_on, found.free) == ("Wijkteam Noord", offer.ends_on, 14)


def test_what_the_hours_of_the_team_are_kept_for() -> None:
    team, request = a_team("Wijkteam Noord"), a_request()
    offer = an_offer(team)
    for state in ReservationState:
        db.session.add(
            CapacityReservation(
                offer=offer, need=request.needs[0], hours=2, state=state, by_id=a_person().id
            )
        )
    db.session.flush()

    found = answer(
        queries.running_reservations(a_professional(team.organisation, a_town().north), 10)
    )

    assert [(one.request_id, one.state) for one in found] == [
        (request.id, ReservationState.PROPOSED),
        (request.id, ReservationState.CONFIRMED),
    ]
    assert answer(queries.running_reservations(a_person("Bilal"), 10)) == ()
