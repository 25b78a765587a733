"""What we say to a colleague who gets requests of somebody else, once for all of them together."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import User
from app.core.speech import to_each
from app.notifications.service import tell
from app.support.models import SupportRequest
from app.support.queries import Whose


def _the_colleague(to: User, *_details: object) -> list[User]:
    return [to]


@to_each(_the_colleague)
def tell_of_requests(person: User, _to: User, by: User, requests: Sequence[SupportRequest]) -> None:
    """Tell a colleague which requests they got."""
    subject = ngettext(
        "Je kreeg %(num)s vraag van %(name)s",
        "Je kreeg %(num)s vragen van %(name)s",
        len(requests),
        name=by.name,
    )
    _tell_colleague(person, subject, requests)


@to_each(_the_colleague)
def tell_requests_went_back(
    person: User, _to: User, by: User, requests: Sequence[SupportRequest]
) -> None:
    """Tell a colleague which requests they have no longer."""
    subject = ngettext(
        "%(name)s draaide dit terug: %(num)s vraag",
        "%(name)s draaide dit terug: %(num)s vragen",
        len(requests),
        name=by.name,
    )
    _tell_colleague(person, subject, requests)


def _tell_colleague(person: User, subject: str, requests: Sequence[SupportRequest]) -> None:
    lines = [f"{one.reference}: {one.initiative.title}" for one in requests]
    tell(
        person,
        subject,
        "\n\n".join(lines),
        link=url_for("support.index", whose=Whose.MINE.value),
        link_label=_("Bekijk je vragen"),
        why=_("Je krijgt deze mail omdat je voor deze wijk werkt."),
    )
