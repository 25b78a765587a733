"""Lists of requests: in the right order, narrowed, and as cheap for thirty rows as for one."""

import pytest

from app.accounts.models import User
from app.core.db import db
from app.core.errors import NotFound
from app.core.paging import page_of
from app.support import queries
from app.support.lifecycle import OPEN, RequestState
from app.support.models import SupportKind
from app.support.queries import OpenFilter
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.support import a_plot, a_request, team_hours


def listed(actor: User, only: OpenFilter | None = None) -> list[int]:
    return [one.id for one in db.session.scalars(queries.open_requests(actor, only))]


def test_what_is_due_first_comes_first() -> None:
    later, first, middle = (a_request(days_until_due=days) for days in (30, 10, 20))

    assert listed(a_coordinator()) == [first.id, middle.id, later.id]


def test_only_open_requests_wait() -> None:
    requests = {state: a_request(state=state) for state in RequestState}

    assert listed(a_coordinator()) == [
        requests[state].id for state in RequestState if state in OPEN
    ]


def test_somebody_sees_what_waits_in_the_own_districts() -> None:
    town = a_town()
    north = a_request()
    south = a_request(an_initiative(neighbourhood=town.park))

    assert listed(a_coordinator(town.north)) == [north.id]
    assert listed(a_coordinator(town.south, "Cor")) == [south.id]
    assert listed(a_person("Noor")) == []


def test_the_list_is_narrowed_by_kind_state_and_district() -> None:
    town = a_town()
    money = a_request()
    hours = a_request(needs=[team_hours()], state=RequestState.IN_ASSESSMENT)
    south = a_request(an_initiative(neighbourhood=town.park), needs=[a_plot()])
    carla = a_coordinator()

    assert listed(carla, OpenFilter(kind=SupportKind.TEAM_HOURS)) == [hours.id]
    assert listed(carla, OpenFilter(kind=SupportKind.SPACE)) == [money.id, south.id]
    assert listed(carla, OpenFilter(state=RequestState.IN_ASSESSMENT)) == [hours.id]
    assert listed(carla, OpenFilter(district_id=town.south.id)) == [south.id]


def test_thirty_rows_cost_as_many_statements_as_one() -> None:
    carla = a_coordinator()
    a_request(coordinator=carla)

    def look() -> None:
        for request in page_of(queries.open_requests(carla), None, size=30).rows:
            assert request.initiative.neighbourhood
            assert [need.kind for need in request.needs]
            assert request.coordinator is None or request.coordinator.name

    one = statements(look)
    for number in range(29):
        a_request(an_initiative(title=f"Plan {number}"), coordinator=a_person(f"Co {number}"))
    assert statements(look) == one


def test_an_unknown_or_foreign_number_is_not_found() -> None:
    request = a_request()

    for actor, number in ((a_person("Noor"), request.id), (a_coordinator(), 999_999)):
        with pytest.raises(NotFound):
            queries.found(actor, number)


def test_drafts_are_those_of_this_initiative() -> None:
    draft = a_request(state=RequestState.DRAFT)
    a_request(draft.initiative)
    a_request(state=RequestState.DRAFT)

    assert queries.drafts_of(draft.initiative_id) == [draft]


def test_the_coordinators_of_the_place_look_after_a_request_until_one_takes_it_on() -> None:
    town = a_town()
    here, elsewhere = a_coordinator(town.north), a_coordinator(town.south, "Cor")
    request = a_request()

    assert list(queries.coordinators_of(request)) == [here]
    request.coordinator = elsewhere
    assert list(queries.coordinators_of(request)) == [elsewhere]


def test_the_team_hears_everything_once() -> None:
    anna, bilal = a_person(), a_person("Bilal")
    request = a_request(an_initiative(anna, team=(anna, bilal)))

    assert queries.team_of(request) == [anna, bilal]


def test_beside_a_request_lie_those_of_the_narrowed_list() -> None:
    carla = a_coordinator(a_town().north)
    first, middle, last = (a_request(days_until_due=days) for days in (3, 5, 9))
    queue = queries.open_requests(carla, OpenFilter(kind=SupportKind.SPACE))

    assert [queries.beside(queue, one) for one in (first, middle, last)] == [
        (None, middle.id),
        (first.id, last.id),
        (middle.id, None),
    ]
    assert queries.beside(
        queries.open_requests(carla, OpenFilter(kind=SupportKind.COACHING)), middle
    ) == (
        None,
        None,
    )
