"""Messages to read, and a look at what was said."""

from app.accounts.models import User
from app.core.db import db
from app.notifications.models import MailWish, Message, Rhythm, Topic
from app.notifications.service import News, tell


def a_message(person: User, subject: str = "Nieuws", *, link: str = "") -> Message:
    message = Message(
        user_id=person.id, email=person.email, subject=subject, text="Er is nieuws.", link=link
    )
    db.session.add(message)
    db.session.flush()
    return message


def news_for(
    person: User, subject: str = "Een vraag", *, plan: str = "Geveltuintjes", link: str = "/doe-mee"
) -> Message:
    """Tell news about a plan: it is mailed when the person wants it."""
    return tell(
        person,
        subject,
        "Er is iets gevraagd.",
        link=link,
        link_label="Lees de vraag",
        news=News(Topic.PLANS, plan),
    )


def wants(email: str, rhythm: Rhythm, *, without: tuple[Topic, ...] = ()) -> MailWish:
    """Let an address have chosen how often it wants mail."""
    wish = MailWish(email=email, rhythm=rhythm, without=[topic.value for topic in without])
    db.session.add(wish)
    db.session.flush()
    return wish


def mails_to(email: str) -> list[Message]:
    """Return what was said to an address, oldest first; also what still has to leave."""
    return db.session.query(Message).filter_by(email=email).order_by(Message.id).all()


def link_to(email: str) -> str:
    """Return the link in the last mail to an address."""
    return mails_to(email)[-1].link
