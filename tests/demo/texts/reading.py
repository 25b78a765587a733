"""How texts are read by the tests: all of them, and how long their sentences are."""

import re
from collections.abc import Iterable, Iterator

from app.demo.texts.idea import Idea

BANNED = re.compile(
    r"initiatievenfonds|stakeholder|co-?creatie|draagvlak|faciliter|implement|participati"
    r"|middels|teneinde|derhalve|omtrent|betreffende|aangaande|leefbaarheid|integrale|borgen"
    r"|optimaliser|realiser|doelgroep|uitrol|zelfredzaam|inclusie",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)")


def all_texts(idea: Idea) -> Iterator[str]:
    """Yield every text that a reader can meet."""
    yield from (idea.title, idea.summary, *idea.plan, idea.place, idea.for_whom, idea.with_whom)
    yield from (need.text for need in idea.needs)
    for task in idea.tasks:
        yield from filter(None, (task.title, task.what, task.why, task.bring, task.risk))
    for news in idea.news:
        yield from (news.title, news.text)
    for talk in idea.talks:
        yield from (talk.question, talk.answer)
    yield from (concern.text for concern in idea.concerns)
    yield from idea.endorsements


def sentence_length(texts: Iterable[str]) -> float:
    """Return how many words a sentence has on average."""
    sentences = [part.split() for text in texts for part in SENTENCE_END.split(text) if part]
    return sum(map(len, sentences)) / len(sentences)
