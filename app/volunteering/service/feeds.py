"""A calendar of one's own at a secret address: made, made anew and ended by the person alone."""

from sqlalchemy import delete

from app.accounts.models import User
from app.audit.service import record
from app.core import clock, tokens
from app.core.db import db
from app.volunteering import queries
from app.volunteering.models import CalendarFeed
from app.volunteering.service import places


def make_feed(*, by: User) -> str:
    """Give ``by`` a calendar at a new secret address; one from before does not work any more.

    Returns the secret, which cannot be read again: only its fingerprint is kept.
    """
    secret = tokens.secret()
    places.lock_person(by)
    feed = queries.feed_of(by) or CalendarFeed(user_id=by.id)
    feed.fingerprint, feed.made_at = tokens.fingerprint(secret), clock.now()
    db.session.add(feed)
    record(by, "calendar_feeds.make", feed)
    return secret


def end_feed(*, by: User) -> None:
    """Let the calendar of ``by`` be at no address any more. Twice is fine."""
    places.lock_person(by)
    feed = queries.feed_of(by)
    if feed is not None:
        record(by, "calendar_feeds.end", feed)
        db.session.delete(feed)
        db.session.flush()


def end_all_feeds() -> None:
    """Let no secret address work any more: after a backup came back, which knows ended ones."""
    db.session.execute(delete(CalendarFeed))
