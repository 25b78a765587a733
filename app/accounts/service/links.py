"""One-time links: made within limits, looked at freely, used once."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import func, select, update

from app.accounts import messages, queries, sessions
from app.accounts.models import OneTimeLink, Purpose, User
from app.core import clock, tokens
from app.core.db import db
from app.core.errors import NotFound, Refused
from app.core.mail import address
from app.core.turns import take_turn

VALID = timedelta(minutes=15)
SECOND_PRESS = timedelta(minutes=1)  # a nervous thumb on a slow network
PER_HOUR, PER_DAY = 5, 10  # links for one address, for all purposes together


def make_link(
    email: str, purpose: Purpose, *, subject_id: int | None = None, go_on: str = ""
) -> str:
    """Return the token of a new link for whoever reads the mail of ``email``.

    ``subject_id`` is what the link is about, ``go_on`` the path that the person wanted.
    Raises ``Refused`` for what is no address, and after too many links in an hour or a day.
    """
    return _made(address(email), purpose, subject_id, go_on)[1]


def ask_link(email: str, purpose: Purpose, *, go_on: str = "") -> None:
    """Mail a link to ``email``: the same for everybody, whether we know the address or not.

    Raises ``Refused`` like ``make_link``.
    """
    messages.send_link(*_made(address(email), purpose, None, go_on))


def renew(token: str, purpose: Purpose) -> str:
    """Mail a new link in the place of one that was used or is too old; return where it went.

    Raises ``NotFound`` for a link that never was, ``Refused`` like ``make_link``.
    """
    old = queries.link_with(token, purpose)
    if old is None:
        raise NotFound(_("Deze link kennen we niet."))
    messages.send_link(*_made(old.email, purpose, old.subject_id, old.go_on))
    return old.email


def peek(token: str, purpose: Purpose) -> OneTimeLink:
    """Return the link without using it. Raises ``Refused`` when it does not open (any more)."""
    link = queries.link_with(token, purpose)
    if link is None or not link.still_opens:
        raise _closed(link)
    return link


def spend(token: str, purpose: Purpose) -> OneTimeLink:
    """Use the link, once: of two at the same moment one gets it, the other is ``Refused``."""
    mine = (
        update(OneTimeLink)
        .where(
            OneTimeLink.fingerprint == tokens.fingerprint(token),
            OneTimeLink.purpose == purpose,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > clock.now(),
        )
        .values(used_at=clock.now(), used_from=sessions.browser())
        .returning(OneTimeLink)
        .execution_options(populate_existing=True)
    )
    link = db.session.scalars(mine).one_or_none()
    if link is None:
        raise _closed(queries.link_with(token, purpose))
    return link


def pressed_twice(link: OneTimeLink) -> User | None:
    """Return who used the link in this very browser a moment ago; nobody else is told.

    Of a button that is pressed twice a browser reads the second answer only. The first answer
    had the cookie that signs in, so the second one has to bring it as well.
    """
    just_now = link.used_at is not None and link.used_at > clock.now() - SECOND_PRESS
    if not (just_now and link.used_from and link.used_from == sessions.browser()):
        return None
    person = queries.by_email(link.email)
    return person if person and person.is_active else None


def _made(
    email: str, purpose: Purpose, subject_id: int | None, go_on: str
) -> tuple[OneTimeLink, str]:
    take_turn(f"link for {email}")
    if _made_since(email, timedelta(hours=1)) >= PER_HOUR:
        raise _too_many(
            _("We hebben je dit uur al %(number)s mails gestuurd.", number=PER_HOUR),
            _("Kijk ook bij je ongewenste mail, of probeer het over een uur nog een keer."),
        )
    if _made_since(email, timedelta(days=1)) >= PER_DAY:
        raise _too_many(
            _("We hebben je vandaag al %(number)s mails gestuurd.", number=PER_DAY),
            _("Kijk ook bij je ongewenste mail, of probeer het morgen nog een keer."),
        )
    token = tokens.secret()
    link = OneTimeLink(
        fingerprint=tokens.fingerprint(token),
        email=email,
        purpose=purpose,
        subject_id=subject_id,
        go_on=go_on,
        expires_at=clock.now() + VALID,
    )
    db.session.add(link)
    db.session.flush()
    return link, token


def _made_since(email: str, ago: timedelta) -> int:
    made = (OneTimeLink.email == email) & (OneTimeLink.created_at > clock.now() - ago)
    return db.session.scalar(select(func.count()).where(made)) or 0


def _too_many(why: str, what_now: str) -> Refused:
    return Refused(f"{why} {what_now}", field="email")


def _closed(link: OneTimeLink | None) -> Refused:
    if link is None:
        return Refused(_("Deze link kennen we niet. Misschien is hij niet goed overgenomen."))
    if link.used_at:
        return Refused(_("Deze link is al gebruikt. Vraag een nieuwe link."))
    return Refused(_("Deze link is te oud: hij werkt 15 minuten. Vraag een nieuwe link."))
