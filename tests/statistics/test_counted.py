"""Counting is done once for everybody who asks the same, and as often as its cost allows."""

import pytest

from app.core import clock
from app.initiatives.lifecycle import State
from app.statistics import counted
from app.statistics.scope import Scope
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative


def of_staff() -> Scope:
    return Scope(None, 3, clock.today())


def test_one_statement_for_each_subject_for_one_plan_and_for_thirty() -> None:
    an_initiative()
    one = statements(lambda: counted.count(of_staff()))
    for _ in range(30):
        an_initiative(state=State.RUNNING)
    counted.forget()

    assert (one, statements(lambda: counted.count(of_staff()))) == (8, 8)


def test_who_asks_the_same_gets_the_same_count() -> None:
    in_the_north = Scope((a_town().north.id,), 3, clock.today())
    counted.count(of_staff())

    assert statements(lambda: counted.count(of_staff())) == 0
    assert statements(lambda: counted.count(in_the_north)) == 8


def test_after_a_while_it_is_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "KEPT", -1.0)
    monkeypatch.setattr(counted, "SHARE", 0)
    counted.count(of_staff())

    assert statements(lambda: counted.count(of_staff())) == 8


def test_what_is_slow_to_count_is_kept_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "KEPT", -1.0)
    monkeypatch.setattr(counted, "SHARE", 1e9)
    counted.count(of_staff())

    assert statements(lambda: counted.count(of_staff())) == 0


def test_only_so_many_scopes_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "MOST", 1)
    counted.count(of_staff())
    counted.count(Scope(None, 6, clock.today()))

    assert statements(lambda: counted.count(of_staff())) == 8
