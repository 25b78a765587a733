"""What is told about a plan on its page: news, questions with answers, and the way behind it."""

from typing import NamedTuple

from app.accounts.models import Actor
from app.audit.queries import history_of
from app.core.inquiries import answers
from app.initiatives.queries.shown import Plan
from app.initiatives.queries.texts import (
    Exchange,
    Said,
    exchanges,
    newest_news,
    newest_questions,
)
from app.initiatives.queries.timeline import Fact, past


class Told(NamedTuple):
    """The newest of each, and every fact."""

    news: tuple[Said, ...]
    questions: list[Exchange]  # one more than the page shows, to know of more
    past: list[Fact]  # oldest first


def told(initiative: Plan, actor: Actor, *, all_texts: bool, see_reasons: bool) -> Told:
    """Return what ``actor`` may read of it, in one trip to the database.

    With ``all_texts`` also texts that are not public, with ``see_reasons`` also why a moderator
    said no.
    """
    found = answers(
        {
            "news": newest_news(initiative, actor, all_texts=all_texts),
            "questions": newest_questions(initiative, actor, all_texts=all_texts),
            "events": history_of("initiatives", initiative.id),
        }
    )
    return Told(
        found["news"],
        exchanges(found["questions"]),
        past(initiative, found["events"], see_reasons=see_reasons),
    )
