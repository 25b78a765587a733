"""A state changes by a named step from its table, or not at all."""

from dataclasses import dataclass

import pytest
from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.errors import StepNotPossible
from app.core.lifecycle import Lifecycle


class Door(Choice):
    OPEN = "open", _l("Open")
    CLOSED = "closed", _l("Dicht")
    LOCKED = "locked", _l("Op slot")


LIFE = Lifecycle(
    Door.OPEN,
    [
        ("close", {Door.OPEN}, Door.CLOSED),
        ("lock", {Door.CLOSED}, Door.LOCKED),
        ("open", {Door.CLOSED, Door.LOCKED}, Door.OPEN),
    ],
)


@dataclass
class FrontDoor:
    state: Door = LIFE.initial


def test_a_step_from_the_right_state_changes_it_and_tells_both() -> None:
    door = FrontDoor()

    assert LIFE.advance(door, "close") == (Door.OPEN, Door.CLOSED)
    assert door.state == Door.CLOSED


def test_a_step_from_another_state_is_refused_and_changes_nothing() -> None:
    door = FrontDoor()

    with pytest.raises(StepNotPossible) as refusal:
        LIFE.advance(door, "lock")

    assert (door.state, refusal.value.status) == (Door.OPEN, 409)
    assert refusal.value.message == "Dit kan niet meer. De status is nu: Open."


def test_a_step_cannot_be_taken_twice() -> None:
    door = FrontDoor()
    LIFE.advance(door, "close")

    with pytest.raises(StepNotPossible):
        LIFE.advance(door, "close")


def test_a_step_that_is_not_in_the_table_is_a_bug() -> None:
    with pytest.raises(KeyError):
        LIFE.advance(FrontDoor(), "burn")


@pytest.mark.parametrize(
    ("state", "steps"),
    [(Door.OPEN, ("close",)), (Door.CLOSED, ("lock", "open")), (Door.LOCKED, ("open",))],
)
def test_the_possible_steps_come_in_the_order_of_the_table(
    state: Door, steps: tuple[str, ...]
) -> None:
    assert LIFE.possible(state) == steps
