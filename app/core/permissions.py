"""Permissions: small questions about an actor and a thing, combined into a sentence."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from flask_babel import gettext as _

from app.core.errors import NotAllowed

A = TypeVar("A", contravariant=True)
T = TypeVar("T", contravariant=True)


class Predicate(Generic[A, T]):
    """A question that can be answered with yes or no; combine with ``&``, ``|`` and ``~``."""

    def __init__(self, ask: Callable[[A, T], bool], name: str) -> None:
        self._ask = ask
        self.name = name

    def __call__(self, actor: A, thing: T) -> bool:
        return self._ask(actor, thing)

    def __and__(self, other: "Predicate[A, T]") -> "Predicate[A, T]":
        return Predicate(
            lambda actor, thing: self(actor, thing) and other(actor, thing),
            f"({self.name} & {other.name})",
        )

    def __or__(self, other: "Predicate[A, T]") -> "Predicate[A, T]":
        return Predicate(
            lambda actor, thing: self(actor, thing) or other(actor, thing),
            f"({self.name} | {other.name})",
        )

    def __invert__(self) -> "Predicate[A, T]":
        return Predicate(lambda actor, thing: not self(actor, thing), f"~{self.name}")

    def __repr__(self) -> str:
        return self.name


def predicate(ask: Callable[[A, T], bool]) -> Predicate[A, T]:
    """Make a plain function combinable."""
    return Predicate(ask, ask.__name__)


def authorize(actor: A, rule: Predicate[A, Any], thing: object = None) -> None:
    """Raise ``NotAllowed`` (403) unless ``rule`` says yes."""
    if not rule(actor, thing):
        raise NotAllowed(_("Je mag dit niet doen. Klopt dat niet? Neem dan contact met ons op."))
