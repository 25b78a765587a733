"""Texts that wait for a moderator."""

from app.accounts.models import User
from app.initiatives.lifecycle import State
from app.moderation import service
from app.moderation.models import Review
from factories.accounts import a_person
from factories.initiatives import an_initiative


def a_review(
    author: User | None = None, *, text: str = "Een mooi plan.", title: str = "Geveltuintjes"
) -> Review:
    """Return the review of an initiative that was just sent in."""
    writer = author or a_person()
    initiative = an_initiative(writer, state=State.SUBMITTED, title=title)
    return service.receive(
        initiative,
        title=title,
        text=text,
        author=writer,
        district_id=initiative.district_id,
    )
