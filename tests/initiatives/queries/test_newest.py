"""The newest plans of a place: what is in them, and what they cost."""

from collections.abc import Callable, Sequence

import pytest

from app.core.inquiries import answer
from app.initiatives import queries
from app.initiatives.lifecycle import State
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative

Ask = Callable[[], tuple[queries.Card, ...]]


def titles(cards: Sequence[queries.Card]) -> list[str]:
    return [card.title for card in cards]


def test_the_newest_public_plans_come_first() -> None:
    for number in range(5):
        an_initiative(title=f"Plan {number}", days_old=number)
    an_initiative(title="Wacht", state=State.SUBMITTED)
    an_initiative(title="Verborgen", hidden=True)

    assert titles(answer(queries.newest_cards(limit=3))) == ["Plan 0", "Plan 1", "Plan 2"]
    assert answer(queries.newest_cards(limit=3)) == tuple(queries.card_page(size=3).rows)


def test_they_are_of_a_district_or_of_some_neighbourhoods() -> None:
    town = a_town()
    an_initiative(title="Molen", days_old=1)
    an_initiative(title="Haven", neighbourhood=town.harbour)
    an_initiative(title="Park", neighbourhood=town.park, days_old=2)
    an_initiative(title="Verborgen", hidden=True)
    north, mill, harbour, park = (
        place.id for place in (town.north, town.mill, town.harbour, town.park)
    )

    assert titles(answer(queries.newest_cards_in_district(north, limit=6))) == ["Haven", "Molen"]
    assert titles(answer(queries.newest_cards_in([mill], limit=6))) == ["Molen"]
    assert titles(answer(queries.newest_cards_in([park, mill], limit=6))) == ["Molen", "Park"]
    assert titles(answer(queries.newest_cards_in([mill, park, harbour], limit=2))) == [
        "Haven",
        "Molen",
    ]
    assert answer(queries.newest_cards_in([], limit=6)) == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: answer(queries.newest_cards(limit=6)),
        lambda: answer(queries.newest_cards_in_district(a_town().north.id, limit=6)),
        lambda: answer(queries.newest_cards_in([a_town().mill.id, a_town().park.id], limit=6)),
    ],
)
def test_they_are_one_statement(ask: Ask) -> None:
    a_town()
    nothing = statements(ask)
    for _ in range(8):
        an_initiative()

    assert len(ask()) == 6
    assert statements(ask) == nothing
