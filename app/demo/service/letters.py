"""What lies in the inboxes: sent long ago, so no mail leaves and no job is queued."""

from datetime import datetime, timedelta
from functools import cache

from flask import current_app

from app.demo.service.days import DAY, MINUTE
from app.demo.service.stage import Stage
from app.notifications.models import Message

KEPT = 60 * DAY  # older messages were thrown away
UNREAD = 8 * DAY
NUMBER = 987_654_321  # stands for any number in a path


def tell(
    stage: Stage,
    person: int,
    at: datetime,
    subject: str,
    text: str,
    *,
    link: str,
    label: str,
) -> None:
    """Put a message in an inbox; one that is too old to keep is left out."""
    age = stage.days.now - at
    if age > KEPT:
        return
    stage.rows.add_in_order(
        Message,
        "created_at",
        user_id=person,
        email=stage.people.addresses[person],
        subject=subject[:200],
        text=text,
        link=link,
        link_label=label,
        created_at=at,
        mailed_at=at + MINUTE,
        read_at=at + _patience(at) if age > UNREAD else None,
    )


def path(endpoint: str, name: str = "", number: int = 0) -> str:
    """Return the path of a page; of the page about a thing when it has a number."""
    return _pattern(endpoint, name).replace(str(NUMBER), str(number))


@cache
def _pattern(endpoint: str, name: str) -> str:
    return current_app.url_map.bind("").build(endpoint, {name: NUMBER} if name else {})


def _patience(at: datetime) -> timedelta:
    """Return after how long somebody read it; differs from message to message."""
    return timedelta(minutes=20 + (at.minute * 61 + at.second) % 2_000)
