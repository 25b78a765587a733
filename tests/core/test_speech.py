"""Everybody is told in their own language, whoever speaks."""

from dataclasses import dataclass

import pytest

from app.core.speech import speaking, spoken, to_each


@dataclass
class Neighbour:
    name: str
    language: str = ""


HEARD: list[tuple[str, str, str]] = []
NEIGHBOURS = [Neighbour("Anna"), Neighbour("Bilal", "en"), Neighbour("Carla", "nl")]


@to_each(lambda street, **_: [one for one in NEIGHBOURS if street == "Molenweg"])
def _shout(neighbour: Neighbour, street: str, *, loudly: bool) -> None:
    HEARD.append((neighbour.name, spoken(), street.upper() if loudly else street))


@pytest.fixture(autouse=True)
def _silence() -> None:
    HEARD.clear()


def test_each_reader_hears_it_in_their_own_language_or_that_of_the_municipality() -> None:
    with speaking("en"):
        _shout("Molenweg", loudly=True)

    assert HEARD == [
        ("Anna", "nl", "MOLENWEG"),
        ("Bilal", "en", "MOLENWEG"),
        ("Carla", "nl", "MOLENWEG"),
    ]


def test_nobody_hears_what_is_for_nobody() -> None:
    _shout("Parkweg", loudly=False)

    assert HEARD == []


def test_the_page_goes_on_in_the_language_of_its_reader_after_a_refusal_too() -> None:
    with speaking("en"):
        with pytest.raises(ZeroDivisionError), speaking("nl"):
            raise ZeroDivisionError
        assert spoken() == "en"
