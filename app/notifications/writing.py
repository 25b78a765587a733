"""How a message becomes a mail: as text and as a page, with why somebody gets it and how it stops."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts import queries as accounts
from app.core.mail import Mail
from app.core.speech import DEFAULT, speaking, spoken
from app.notifications.keys import stop_key
from app.notifications.models import MailDay, Message
from app.web.addresses import whole
from app.web.language import DIRECTIONS


@dataclass(frozen=True)
class Link:
    """Where a mail leads to, as a whole address."""

    url: str
    label: str


@dataclass(frozen=True)
class Part:
    """What is new about one plan: what happened, and where to read it."""

    heading: str
    news: tuple[tuple[str, Link], ...]


@dataclass(frozen=True)
class Letter:
    """What a mail says, from top to bottom."""

    subject: str
    paragraphs: list[str]
    why: str
    link: Link | None = None
    parts: list[Part] = field(default_factory=list)
    stop: Link | None = None


def one_message(message: Message) -> Mail:
    """Return the mail with one message, in the language in which it was said."""
    link = Link(_address(message), message.link_label) if message.link else None
    with speaking(message.language):
        letter = Letter(
            message.subject,
            message.text.split("\n\n"),
            message.why or _why(message),
            link=link,
            stop=_stop(message) if message.topic else None,
        )
        return _mail(message.email, letter, number_of_message(message), message)


def all_news(day: MailDay, news: Sequence[Message]) -> Mail:
    """Return one mail with all ``news`` (at least one), in the language that its reader reads now."""
    reader = accounts.by_email(day.email)
    with speaking(reader.language if reader else news[-1].language):
        letter = Letter(
            ngettext(
                "Nieuws voor je: %(num)s bericht", "Nieuws voor je: %(num)s berichten", len(news)
            ),
            [_("Dit gebeurde er sinds onze vorige mail.")],
            _("Je krijgt deze mail omdat je met deze plannen te maken hebt."),
            parts=_parts(news),
            stop=_stop(news[0]),
        )
        return _mail(day.email, letter, number_of_day(day), news[0])


def number_of_message(message: Message) -> str:
    """Return the Message-ID of the mail with one message: the same at every try.

    The moment is in it, because the number of a message that was deleted may be given out again.
    """
    return _number(f"message-{message.id}-{message.created_at:%Y%m%d%H%M%S%f}")


def number_of_day(day: MailDay) -> str:
    """Return the Message-ID of the mail with all news of a day: the same at every try."""
    return _number(f"day-{day.id}-{day.day:%Y%m%d}")


def _number(name: str) -> str:
    return f"<{name}@{urlsplit(current_app.config['PUBLIC_URL']).hostname}>"


def _mail(email: str, letter: Letter, message_id: str, message: Message) -> Mail:
    config = current_app.config
    return Mail(
        sender=config["MAIL_FROM"],
        recipient=email,
        subject=letter.subject,
        text=_text(letter),
        html=_html(letter),
        message_id=message_id,
        stop_url=whole("notifications.stop", key=stop_key(message)) if letter.stop else "",
    )


def _text(letter: Letter) -> str:
    """Return the mail as plain text: it says everything that the other part says."""
    config = current_app.config
    blocks = list(letter.paragraphs)
    for part in letter.parts:
        blocks.append(part.heading)
        blocks += [f"- {what}\n  {link.label}:\n  {link.url}" for what, link in part.news]
    if letter.link:
        blocks.append(f"{letter.link.label}:\n{letter.link.url}")
    blocks.append(
        "\n".join(
            [
                _("Met vriendelijke groet,"),
                config["CONTACT_TEAM"],
                f"{config['CONTACT_PHONE']} ({config['CONTACT_HOURS']})",
                config["CONTACT_EMAIL"],
            ]
        )
    )
    blocks.append(letter.why)
    if letter.stop:
        blocks.append(f"{letter.stop.label}:\n{letter.stop.url}")
    return "\n\n".join(blocks) + "\n"


def _html(letter: Letter) -> str:
    page = current_app.jinja_env.get_template("ui/mail.html")
    return page.render(locale=spoken(), direction=DIRECTIONS[spoken()], letter=letter)


def _parts(news: Sequence[Message]) -> list[Part]:
    """Return the news plan by plan, in the order in which something happened first."""
    about: dict[str, list[Message]] = {}
    for message in news:
        about.setdefault(message.heading, []).append(message)
    return [
        Part(heading, tuple((one.subject, _way_to(one)) for one in told))
        for heading, told in about.items()
    ]


def _way_to(message: Message) -> Link:
    if message.link:
        return Link(_address(message), message.link_label)
    return Link(whole("notifications.inbox"), _("Bekijk je berichten"))


def _stop(message: Message) -> Link:
    """Return the way to fewer mails: a page with one button, which needs nobody to sign in."""
    key, language = stop_key(message), spoken()
    url = whole("notifications.stop", key=key, taal=None if language == DEFAULT else language)
    return Link(url, _("Wil je deze mails niet meer, of minder vaak? Kijk hier"))


def _why(message: Message) -> str:
    name = current_app.config["PORTAL_NAME"]
    if message.user_id is None:
        return str(
            _(
                "Je krijgt deze mail omdat je adres bij %(portal)s staat, of daar net is ingevuld.",
                portal=name,
            )
        )
    return str(_("Je krijgt deze mail omdat je een account hebt bij %(portal)s.", portal=name))


def _address(message: Message) -> str:
    """Return the whole address; the page goes on in the language of a mail to no account."""
    address = f"{current_app.config['PUBLIC_URL'].rstrip('/')}{message.link}"
    if message.user_id is not None or message.language in {"", DEFAULT}:
        return address
    return f"{address}?taal={message.language}"
