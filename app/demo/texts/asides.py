"""What is said around an idea, whatever the idea is."""

from dataclasses import dataclass
from functools import cache

from app.demo.texts.grammar import Pattern
from app.demo.texts.kernel import (
    ConcernPattern,
    NewsPattern,
    Patterns,
    TalkPattern,
    patterns,
    read_toml,
)


@dataclass(frozen=True)
class Asides:
    """Paragraphs before and after a plan (some are empty), reactions and news."""

    openings: Patterns
    closings: Patterns
    endorsements: Patterns
    news: tuple[NewsPattern, ...]
    talks: tuple[TalkPattern, ...]
    concerns: tuple[ConcernPattern, ...]


@cache
def asides() -> Asides:
    """Read ``asides.toml`` once."""
    raw = read_toml("asides")
    return Asides(
        openings=patterns(raw["openings"]),
        closings=patterns(raw["closings"]),
        endorsements=patterns(raw["endorsements"]),
        news=tuple(NewsPattern(*patterns(news)) for news in raw["news"]),
        talks=tuple(TalkPattern(*patterns(talk)) for talk in raw["talks"]),
        concerns=tuple(
            ConcernPattern(topic, Pattern.read(text)) for topic, text in raw["concerns"]
        ),
    )
