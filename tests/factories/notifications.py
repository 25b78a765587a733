"""Messages to read, and a look at what was said."""

from app.accounts.models import User
from app.core.db import db
from app.notifications.models import Message


def a_message(person: User, subject: str = "Nieuws", *, link: str = "") -> Message:
    message = Message(
        user_id=person.id, email=person.email, subject=subject, text="Er is nieuws.", link=link
    )
    db.session.add(message)
    db.session.flush()
    return message


def mails_to(email: str) -> list[Message]:
    """Return what was said to an address, oldest first; also what still has to leave."""
    return db.session.query(Message).filter_by(email=email).order_by(Message.id).all()


def link_to(email: str) -> str:
    """Return the link in the last mail to an address."""
    return mails_to(email)[-1].link
