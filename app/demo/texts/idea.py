"""An idea as residents would write it, and what is said around it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """What is asked: ``amount`` is euros, or hours of a team, or 0."""

    kind: str
    text: str
    amount: int


@dataclass(frozen=True)
class Task:
    """Something to do for volunteers; ``age`` is a code of ``MinimumAge``."""

    title: str
    what: str
    why: str
    minutes: int
    places: int
    bring: str
    risk: str
    age: str


@dataclass(frozen=True)
class News:
    """An update."""

    title: str
    text: str


@dataclass(frozen=True)
class Talk:
    """A question and its answer."""

    question: str
    answer: str


@dataclass(frozen=True)
class Concern:
    """A worry; ``topic`` is a code of ``ConcernTopic``."""

    topic: str
    text: str


@dataclass(frozen=True)
class Idea:
    """An initiative. ``theme`` and ``also`` are codes of ``Theme``; ``expertise`` of ``Expertise``.

    ``plan`` holds two to four paragraphs. ``news``, ``talks`` and ``concerns`` hold three each
    or more; ``endorsements`` are reasons to be in favour.
    """

    number: int
    kernel: str
    theme: str
    also: tuple[str, ...]
    neighbourhood_code: str
    district_code: str
    street: str
    title: str
    summary: str
    plan: tuple[str, ...]
    place: str
    for_whom: str
    with_whom: str
    expertise: tuple[str, ...]
    needs: tuple[Need, ...]
    tasks: tuple[Task, ...]
    news: tuple[News, ...]
    talks: tuple[Talk, ...]
    concerns: tuple[Concern, ...]
    endorsements: tuple[str, ...]
