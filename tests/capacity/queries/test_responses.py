"""Who can answer a request, and who reads the answers."""

from collections.abc import Callable

import pytest

from app.accounts.models import Visitor
from app.areas.models import Area
from app.capacity import queries
from app.core.errors import NotFound
from app.initiatives.lifecycle import TextState
from app.organisations.models import OrganisationKind
from factories.accounts import a_coordinator, a_person
from factories.areas import Town, a_town
from factories.capacity import a_professional, a_response, a_team, an_organisation
from factories.counting import statements
from factories.support import a_request

HOUSING = OrganisationKind.HOUSING_ASSOCIATION


@pytest.mark.parametrize(
    ("rooted", "serves"),
    [
        (lambda _town: None, True),
        (lambda town: town.municipality, True),
        (lambda town: town.north, True),
        (lambda town: town.mill, True),
        (lambda town: town.harbour, False),
        (lambda town: town.south, False),
    ],
)
def test_a_partner_works_where_it_is_rooted(
    rooted: Callable[[Town], Area | None], serves: bool
) -> None:
    organisation = an_organisation("Corporatie", HOUSING, area=rooted(a_town()))
    piet = a_professional(organisation, "Piet")

    found = queries.organisations_serving(piet, a_request())

    assert found == ([organisation] if serves else [])


def test_a_team_works_where_it_was_told_to() -> None:
    town, request = a_town(), a_request()
    north, south = a_team(), a_team("Wijkteam Zuid", town.south)
    untold = an_organisation("Nieuw team", OrganisationKind.DISTRICT_TEAM)
    for organisation in (north.organisation, south.organisation, untold):
        petra = a_professional(organisation)

    assert queries.organisations_serving(petra, request) == [north.organisation]
    assert queries.organisations_serving(Visitor(), request) == []
    assert queries.organisations_serving(a_person("Noor"), request) == []


def test_one_reads_what_is_published_and_what_one_wrote_oneself() -> None:
    request = a_request()
    published = a_response(request)
    waiting = a_response(request, state=TextState.WAITING)
    other = a_response(request, state=TextState.WAITING, author=a_person("Piet"))
    a_response(a_request())

    assert queries.visible_responses(published.author, request) == [published, waiting]
    assert queries.visible_responses(a_coordinator(), request) == [published]
    assert queries.response_for(waiting.author, waiting.id) == waiting
    with pytest.raises(NotFound):
        queries.response_for(waiting.author, other.id)


def test_a_response_is_found_with_its_own_request() -> None:
    response = a_response(a_request())
    waiting = a_response(response.request, state=TextState.WAITING)

    assert queries.response_with(response.request, response.id) == response
    for request, number in ((a_request(), response.id), (response.request, waiting.id)):
        with pytest.raises(NotFound):
            queries.response_with(request, number)


def test_ten_responses_cost_as_many_statements_as_one() -> None:
    request, carla = a_request(), a_coordinator()

    def look() -> None:
        for response in queries.visible_responses(carla, request):
            assert response.organisation.name
            assert response.reservation is None

    a_response(request)
    one = statements(look)
    for number in range(9):
        organisation = an_organisation(f"Organisatie {number}")
        a_response(request, organisation, author=a_professional(organisation, f"Piet {number}"))
    assert statements(look) == one
