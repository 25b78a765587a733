"""Lifecycles: a table of named steps, and the only door through which a state changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from flask_babel import gettext as _

from app.core.choices import Choice
from app.core.errors import StepNotPossible

S = TypeVar("S", bound=Choice)


class HasState(Protocol[S]):
    """A thing with a state."""

    state: S


@dataclass(frozen=True)
class Step(Generic[S]):
    """One row of the table: from any of ``sources`` to ``target``."""

    name: str
    sources: frozenset[S]
    target: S


class Lifecycle(Generic[S]):
    """A first state and the steps that lead on from it."""

    def __init__(self, initial: S, steps: Iterable[tuple[str, set[S], S]]) -> None:
        self.initial = initial
        self.steps: Mapping[str, Step[S]] = {
            name: Step(name, frozenset(sources), target) for name, sources, target in steps
        }

    def possible(self, state: S) -> tuple[str, ...]:
        """Return the names of the steps that lead on from ``state``, in the order of the table."""
        return tuple(step.name for step in self.steps.values() if state in step.sources)

    def advance(self, thing: HasState[S], name: str) -> tuple[S, S]:
        """Take the step on ``thing`` and return its old and new state.

        Raises ``StepNotPossible`` (409) when the thing is not in a state the step starts from,
        ``KeyError`` for a step that is not in the table.
        """
        step, old = self.steps[name], thing.state
        if old not in step.sources:
            raise StepNotPossible(
                _("Dit kan niet meer. De status is nu: %(state)s.", state=old.label)
            )
        thing.state = step.target
        return old, step.target
