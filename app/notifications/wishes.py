"""What people want in their mail: choose it, stop all of it with one button, and take that back."""

from collections.abc import Collection

from flask_babel import gettext as _

from app.accounts.models import Actor, User
from app.audit.service import record
from app.core.db import db
from app.core.errors import NotFound
from app.core.turns import take_turn
from app.notifications import keys, places
from app.notifications.models import MailWish, Rhythm, Topic


def wish_of(person: User) -> MailWish | None:
    """Return what ``person`` chose; ``None`` as long as they did not."""
    return places.wish_of(person.email)


def choose(person: User, rhythm: Rhythm, topics: Collection[Topic]) -> None:
    """Keep how often ``person`` wants mail with news, and about which ``topics``; what waits follows."""
    wish = _wish(person.email)
    wish.rhythm, wish.before = rhythm, None
    wish.without = [topic.value for topic in Topic if topic not in topics]
    record(person, "mail_wishes.choose", wish, new=rhythm.value)
    places.replan(person.email)


def address_of(key: str) -> str:
    """Return whose mails the key in a mail ends. Raises ``NotFound`` for one that does not work."""
    email = keys.address_behind(key)
    if email is None:
        raise NotFound(
            _("Deze link werkt niet meer. Log in, en kies bij Berichten welke mail je wilt.")
        )
    return email


def is_stopped(email: str) -> bool:
    """Tell whether an address wants no mail with news."""
    wish = places.wish_of(email)
    return wish is not None and wish.rhythm is Rhythm.NEVER


def stop(email: str, *, by: Actor) -> None:
    """Mail no more news to an address; a second time changes nothing."""
    wish = _wish(email)
    if wish.rhythm is not Rhythm.NEVER:
        wish.before, wish.rhythm = wish.rhythm, Rhythm.NEVER
        record(by, "mail_wishes.stop", wish)


def resume(email: str, *, by: Actor) -> None:
    """Take a stop back: mail comes as it did before, also what is still waiting."""
    wish = _wish(email)
    if wish.rhythm is Rhythm.NEVER:
        wish.rhythm, wish.before = wish.before or Rhythm.DAY, None
        record(by, "mail_wishes.resume", wish)
        places.replan(email)


def _wish(email: str) -> MailWish:
    """Return the row of an address, of which there is one."""
    take_turn(f"mail wish of {email}")
    known = places.wish_of(email)
    if known is None:
        known = MailWish(email=email, rhythm=Rhythm.DAY)
        db.session.add(known)
    return known
