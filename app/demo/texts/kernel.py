"""Kernels: hand-written ideas, from which many initiatives can be told."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.demo.texts.grammar import Pattern

FOLDER = Path(__file__).parent
THEMES = (
    "living",
    "work",
    "education",
    "safety",
    "health",
    "together",
    "surroundings",
    "sustainability",
)

Patterns = tuple[Pattern, ...]


@dataclass(frozen=True)
class NeedPattern:
    """What an idea asks for. ``low`` to ``high`` are euros, or hours of a team."""

    kind: str
    text: Pattern
    low: int = 0
    high: int = 0


@dataclass(frozen=True)
class TaskPattern:
    """Something a volunteer can do: how many minutes it takes and for how many people."""

    title: Pattern
    what: Pattern
    why: Pattern
    minutes: tuple[int, ...]
    places: tuple[int, int]
    bring: Pattern
    risk: Pattern
    age: str


@dataclass(frozen=True)
class NewsPattern:
    """An update."""

    title: Pattern
    text: Pattern


@dataclass(frozen=True)
class TalkPattern:
    """A question by a neighbour and the answer of the team."""

    question: Pattern
    answer: Pattern


@dataclass(frozen=True)
class ConcernPattern:
    """What makes somebody worried; ``topic`` is a code of ``ConcernTopic``."""

    topic: str
    text: Pattern


@dataclass(frozen=True)
class Kernel:
    """One idea, with everything that can be said about it."""

    key: str
    theme: str
    also: tuple[str, ...]
    titles: Patterns
    summary: Pattern
    plan: Patterns
    place: Pattern
    for_whom: Pattern
    with_whom: Pattern
    expertise: tuple[str, ...]
    needs: tuple[NeedPattern, ...]
    tasks: tuple[TaskPattern, ...]
    news: tuple[NewsPattern, ...]
    talks: tuple[TalkPattern, ...]
    concerns: tuple[ConcernPattern, ...]


@cache
def kernels() -> tuple[Kernel, ...]:
    """Return all kernels, the themes in turn, so that any first few differ as much as possible."""
    by_theme = [_kernels_of(theme) for theme in THEMES]
    longest = max(map(len, by_theme))
    return tuple(
        of_theme[rank] for rank in range(longest) for of_theme in by_theme if rank < len(of_theme)
    )


def read_toml(name: str) -> dict[str, Any]:
    """Return the contents of ``<name>.toml`` beside this file."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def patterns(texts: Sequence[str]) -> Patterns:
    """Take several texts apart."""
    return tuple(map(Pattern.read, texts))


def _kernels_of(theme: str) -> list[Kernel]:
    return [_kernel(theme, key, raw) for key, raw in read_toml(theme).items()]


def _kernel(theme: str, key: str, raw: dict[str, Any]) -> Kernel:
    return Kernel(
        key=key,
        theme=theme,
        also=tuple(raw["also"]),
        titles=patterns(raw["titles"]),
        summary=Pattern.read(raw["summary"]),
        plan=patterns(raw["plan"]),
        place=Pattern.read(raw["place"]),
        for_whom=Pattern.read(raw["for_whom"]),
        with_whom=Pattern.read(raw["with_whom"]),
        expertise=tuple(raw["expertise"]),
        needs=tuple(_need(*need) for need in raw["needs"]),
        tasks=tuple(_task(task) for task in raw["tasks"]),
        news=tuple(NewsPattern(*patterns(news)) for news in raw["news"]),
        talks=tuple(TalkPattern(*patterns(talk)) for talk in raw["talks"]),
        concerns=tuple(
            ConcernPattern(topic, Pattern.read(text)) for topic, text in raw["concerns"]
        ),
    )


def _need(kind: str, text: str, low: int = 0, high: int = 0) -> NeedPattern:
    return NeedPattern(kind, Pattern.read(text), low, high)


def _task(raw: dict[str, Any]) -> TaskPattern:
    return TaskPattern(
        title=Pattern.read(raw["title"]),
        what=Pattern.read(raw["what"]),
        why=Pattern.read(raw["why"]),
        minutes=tuple(raw["minutes"]),
        places=tuple(raw["places"]),
        bring=Pattern.read(raw.get("bring", "")),
        risk=Pattern.read(raw["risk"]),
        age=raw.get("age", "16"),
    )
