"""The catalogue as people read it."""

import pytest

from app.core import clock
from app.core.errors import NotFound
from app.support import queries
from app.support.models import SupportKind
from factories.areas import a_town
from factories.counting import statements
from factories.support import a_municipality, a_type


def test_the_catalogue_is_ordered_by_kind_and_name() -> None:
    hours = a_type("Wijkteam", kind=SupportKind.TEAM_HOURS)
    yard, barn = a_type("Veldje"), a_type("Schuur")
    money = a_type("Buurtgeld", kind=SupportKind.MONEY)

    assert queries.catalogue() == [money, barn, yard, hours]


def test_what_is_withdrawn_is_only_shown_to_who_keeps_it() -> None:
    gone = a_type()
    gone.withdrawn_on = clock.today()

    assert (queries.catalogue(), queries.all_types()) == ([], [gone])
    assert queries.type_at(gone.slug) == gone


def test_a_place_has_its_own_help_and_that_of_everywhere() -> None:
    town = a_town()
    everywhere, north = a_type("Aanhanger"), a_type("Veldje", area=town.north)
    a_type("Schuur", area=town.south)

    assert queries.catalogue({town.north.id, town.mill.id}) == [everywhere, north]


def test_thirty_lines_cost_as_many_statements_as_one() -> None:
    def look() -> None:
        for line in queries.catalogue():
            assert line.provider.name
            assert line.area is None or line.area.name

    a_type(area=a_town().north)
    one = statements(look)
    for number in range(29):
        a_type(f"Hulp {number}", area=a_town().south)
    assert statements(look) == one


def test_unknown_help_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.type_at("bestaat-niet")
    with pytest.raises(NotFound):
        queries.found_type(1)


def test_the_municipality_can_offer_help() -> None:
    municipality = a_municipality()

    assert queries.provider_choices() == [(municipality.id, "Gemeente Proefstad")]
