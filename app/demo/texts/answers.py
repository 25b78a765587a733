"""What moderators, professionals and the municipality write about an idea."""

from dataclasses import dataclass
from functools import cache
from random import Random

from app.demo.chance import pick
from app.demo.texts.grammar import Pattern, Slots
from app.demo.texts.kernel import Patterns, patterns, read_toml


@dataclass(frozen=True)
class Judgement:
    """A house rule (code of ``Rule``) and the words for the author."""

    rule: str
    text: str


@dataclass(frozen=True)
class Ground:
    """What a decision says about one criterion (code of ``Criterion``)."""

    criterion: str
    text: str


def judgement(step: str, throws: Random, slots: Slots) -> Judgement:
    """Say why a moderator takes ``step``: ``request_changes`` or ``reject``."""
    rule, pattern = pick(throws, _judgements()[step])
    return Judgement(rule, pattern.say(throws, slots))


def response(kind: str, throws: Random, slots: Slots) -> str:
    """Say what a team answers; ``kind`` is a code of ``ResponseKind``."""
    return pick(throws, _spoken("responses")[kind]).say(throws, slots)


def advice(step: str, throws: Random, slots: Slots) -> str:
    """Say what an adviser writes before the step ``grant``, ``grant_partly`` or ``refuse``."""
    return pick(throws, _spoken("advice")[step]).say(throws, slots)


def grounds(outcome: str, throws: Random, slots: Slots) -> tuple[Ground, ...]:
    """Give the reasons of a decision on every criterion.

    ``outcome`` is ``granted``, ``partly_granted`` or ``refused``.
    """
    return tuple(
        Ground(criterion, pick(throws, texts).say(throws, slots))
        for criterion, texts in _grounds()[outcome].items()
    )


@cache
def _judgements() -> dict[str, list[tuple[str, Pattern]]]:
    raw = read_toml("answers")["moderation"]
    return {
        step: [(rule, Pattern.read(text)) for rule, text in texts] for step, texts in raw.items()
    }


@cache
def _spoken(part: str) -> dict[str, Patterns]:
    return {kind: patterns(texts) for kind, texts in read_toml("answers")[part].items()}


@cache
def _grounds() -> dict[str, dict[str, Patterns]]:
    return {
        outcome: {criterion: patterns(texts) for criterion, texts in by_criterion.items()}
        for outcome, by_criterion in read_toml("answers")["decisions"].items()
    }
