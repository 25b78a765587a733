"""How many plans each district and neighbourhood has, counted once a minute."""

import pytest

from app.pages.queries import counts
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative


def test_only_plans_that_everybody_can_read_are_counted() -> None:
    town = a_town()
    an_initiative()
    an_initiative(neighbourhood=town.harbour)
    an_initiative(neighbourhood=town.park)
    an_initiative(hidden=True)

    by_district = {town.north.id: 2, town.south.id: 1}
    by_neighbourhood = {town.mill.id: 1, town.harbour.id: 1, town.park.id: 1}
    assert counts.plans_by_area() == by_district | by_neighbourhood


def test_a_second_question_costs_nothing() -> None:
    an_initiative()

    assert [statements(counts.plans_by_area) for _ in range(2)] == [1, 0]


def test_after_a_minute_they_are_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    town = a_town()
    counts.plans_by_area()
    an_initiative()
    monkeypatch.setattr(counts, "KEPT", -1.0)

    assert counts.plans_by_area() == {town.north.id: 1, town.mill.id: 1}
