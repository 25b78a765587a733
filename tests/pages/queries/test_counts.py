"""How many plans each district has, counted once a minute."""

import pytest

from app.pages.queries import counts
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative


def test_only_plans_that_everybody_can_read_are_counted_by_district() -> None:
    town = a_town()
    an_initiative()
    an_initiative(neighbourhood=town.harbour)
    an_initiative(neighbourhood=town.park)
    an_initiative(hidden=True)

    assert counts.plans_by_district() == {town.north.id: 2, town.south.id: 1}


def test_a_second_question_costs_nothing() -> None:
    an_initiative()

    assert [statements(counts.plans_by_district) for _ in range(2)] == [1, 0]


def test_after_a_minute_they_are_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    town = a_town()
    counts.plans_by_district()
    an_initiative()
    monkeypatch.setattr(counts, "KEPT", -1.0)

    assert counts.plans_by_district() == {town.north.id: 1}
