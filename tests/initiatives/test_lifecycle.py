"""Exactly these steps lead from state to state; anything else is refused."""

import pytest

from app.core.choices import Choice
from app.core.errors import StepNotPossible
from app.core.lifecycle import Lifecycle
from app.initiatives.lifecycle import LIFE, PUBLIC, TEXT_LIFE, State, TextState

PLAN = {
    State.DRAFT: {"submit"},
    State.SUBMITTED: {"request_changes", "reject", "publish"},
    State.CHANGES_REQUESTED: {"submit", "archive"},
    State.REJECTED: {"appeal", "archive"},
    State.PUBLISHED: {"explore", "prepare", "run", "pause", "stop"},
    State.EXPLORING: {"prepare", "run", "pause", "stop"},
    State.PREPARING: {"run", "pause", "stop"},
    State.RUNNING: {"complete", "pause", "stop"},
    State.PAUSED: {"resume", "stop"},
    State.COMPLETED: {"archive"},
    State.STOPPED: {"archive"},
    State.ARCHIVED: set[str](),
}
TEXT = {
    TextState.WAITING: {"publish", "request_changes", "reject", "withdraw"},
    TextState.RETURNED: {"resubmit", "withdraw"},
    TextState.PUBLISHED: {"revise", "take_down", "withdraw"},
    TextState.REJECTED: {"appeal"},
    TextState.WITHDRAWN: set[str](),
}


class Thing:
    """Something with a state."""

    def __init__(self, state: Choice) -> None:
        self.state = state


def every_pair(
    life: Lifecycle[Choice], allowed: dict[Choice, set[str]]
) -> list[tuple[Lifecycle[Choice], Choice, str, bool]]:
    return [(life, state, step, step in allowed[state]) for state in allowed for step in life.steps]


def test_the_tables_above_name_every_state() -> None:
    assert (set(PLAN), set(TEXT)) == (set(State), set(TextState))


@pytest.mark.parametrize(
    ("life", "state", "step", "may"),
    [*every_pair(LIFE, PLAN), *every_pair(TEXT_LIFE, TEXT)],  # type: ignore[arg-type]  # both are lists of choices
    ids=str,
)
def test_a_step_is_possible_from_these_states_only(
    life: Lifecycle[Choice], state: Choice, step: str, may: bool
) -> None:
    thing = Thing(state)

    if may:
        assert life.advance(thing, step) == (state, life.steps[step].target)
        assert thing.state == life.steps[step].target
    else:
        with pytest.raises(StepNotPossible):
            life.advance(thing, step)
        assert thing.state == state


def test_everybody_reads_a_plan_from_publication_until_the_archive() -> None:
    assert {
        State.PUBLISHED,
        State.EXPLORING,
        State.PREPARING,
        State.RUNNING,
        State.COMPLETED,
        State.PAUSED,
        State.STOPPED,
    } == PUBLIC
