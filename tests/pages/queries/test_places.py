"""Every district and neighbourhood with its number, also where there is nothing."""

from app.pages.queries import Counted, counted, districts
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative


def test_districts_hold_their_neighbourhoods_with_their_numbers() -> None:
    town = a_town()
    an_initiative()
    an_initiative()
    an_initiative(neighbourhood=town.park, hidden=True)

    found = districts()

    assert [(one.whole.place.name, one.whole.number) for one in found] == [
        ("Noord", 2),
        ("Zuid", 0),
    ]
    assert [(place.name, number) for place, number in found[0].parts] == [
        ("Havenbuurt", 0),
        ("Molenbuurt", 2),
    ]
    assert counted([found[1].whole.place]) == (Counted(found[1].whole.place, 0),)


def test_asking_again_costs_nothing() -> None:
    a_town()
    districts()

    assert statements(districts) == 0
