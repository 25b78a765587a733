"""Who hears about a support request, and the page that every message leads to."""

from collections.abc import Iterable, Sequence

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.notifications.models import Topic
from app.notifications.service import News, tell
from app.support import queries
from app.support.models import SupportRequest


def team(request: SupportRequest, *_details: object) -> list[User]:
    return queries.team_of(request)


def coordinators(request: SupportRequest, *_details: object) -> Iterable[User]:
    return queries.coordinators_of(request)


def tell_team(
    person: User,
    request: SupportRequest,
    subject: str,
    paragraphs: Sequence[str],
    *,
    link: str = "",
    label: str = "",
    can_wait: bool = False,
) -> None:
    """Write to somebody of the team; the link leads to the request unless said otherwise.

    What ``can_wait`` is news: it comes in the mail when this person wants that.
    """
    news = News(Topic.HELP, request.initiative.title) if can_wait else None
    link, label = link or _page(request), label or _("Bekijk je vraag")
    why = _("Je krijgt deze mail omdat je meedoet aan “%(title)s”.", title=request.initiative.title)
    tell(person, subject, _text(paragraphs), link=link, link_label=label, why=why, news=news)


def tell_coordinator(
    person: User, request: SupportRequest, subject: str, paragraphs: Sequence[str]
) -> None:
    """Write to somebody who looks after the request."""
    tell(
        person,
        subject,
        _text(paragraphs),
        link=_page(request),
        link_label=_("Bekijk de vraag"),
        why=_("Je krijgt deze mail omdat je voor deze wijk werkt."),
    )


def _text(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(filter(None, paragraphs))


def _page(request: SupportRequest) -> str:
    return url_for("support.show", request_id=request.id)
