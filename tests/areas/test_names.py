"""Areas are called what residents call them, and every web address is another."""

import pytest

from app.areas.models import AreaKind
from app.areas.names import display_name, free_slug


@pytest.mark.parametrize(
    ("official", "shown"),
    [
        ("Wijk 11 Binnenstad", "Binnenstad"),
        ("Wijk AK Werfkwartier", "Werfkwartier"),
        ("wijk 01-Noord", "Noord"),
        ("Buurt 03 de Leliebuurt", "de Leliebuurt"),
        ("Wijk 00", "Wijk 00"),
        ("Buurt 03 00", "00"),
        ("Wijk aan Zee", "Wijk aan Zee"),
        ("Wijkse Buurt 5 Eiken", "Wijkse Buurt 5 Eiken"),
        ("Centrum", "Centrum"),
    ],
)
def test_a_number_in_front_is_left_out(official: str, shown: str) -> None:
    assert display_name(official) == shown


@pytest.mark.parametrize(
    ("taken", "slug"),
    [
        (set(), "t-zand"),
        ({"t-zand"}, "t-zand-buurt"),
        ({"t-zand", "t-zand-buurt"}, "t-zand-buurt-zuid"),
        ({"t-zand", "t-zand-buurt", "t-zand-buurt-zuid"}, "t-zand-bu99980101"),
    ],
)
def test_an_address_that_is_taken_gets_something_behind_it(taken: set[str], slug: str) -> None:
    assert free_slug("'t Zand", AreaKind.NEIGHBOURHOOD, "Zuid", "BU99980101", taken) == slug


def test_a_name_without_letters_gets_its_code() -> None:
    assert free_slug("***", AreaKind.DISTRICT, "Zuid", "WK999801", set()) == "wk999801"
