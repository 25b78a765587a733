"""What we say about an objection to who may answer it, and around its last day."""

from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.notifications.service import tell
from app.support import queries
from app.support.objections import Objection


def _handlers(objection: Objection) -> Iterable[User]:
    return queries.handlers_of(objection)


@to_each(_handlers)
def tell_of_objection(person: User, objection: Objection) -> None:
    """Tell who may answer that an objection came in."""
    _tell(person, objection, _("Nieuw bezwaar: %(title)s", title=_title(objection)))


@to_each(_handlers)
def tell_objection_was_withdrawn(person: User, objection: Objection) -> None:
    """Tell who may answer that nobody has to any more."""
    text = _("Het team heeft het bezwaar ingetrokken. Je hoeft niets te doen.")
    _tell(person, objection, _("Bezwaar ingetrokken: %(title)s", title=_title(objection)), text)


@to_each(_handlers)
def tell_objection_is_near(person: User, objection: Objection) -> None:
    """Tell who may answer that the last day is near."""
    _tell(person, objection, _("Bijna te laat met een bezwaar: %(title)s", title=_title(objection)))


@to_each(_handlers)
def tell_objection_is_late(person: User, objection: Objection) -> None:
    """Tell who may answer that the last day has passed."""
    _tell(person, objection, _("Te laat met een bezwaar: %(title)s", title=_title(objection)))


def _tell(person: User, objection: Objection, subject: str, text: str = "") -> None:
    due = _(
        "Het besluit op het bezwaar over %(reference)s moet er zijn op %(day)s.",
        reference=objection.decision.request.reference,
        day=date_words(objection.due_on),
    )
    why = _("Je krijgt deze mail omdat je voor deze wijk werkt.")
    tell(
        person,
        subject,
        text or due,
        link=_page(objection),
        link_label=_("Bekijk het bezwaar"),
        why=why,
    )


def _title(objection: Objection) -> str:
    return objection.decision.request.initiative.title


def _page(objection: Objection) -> str:
    return url_for("support.objection", request_id=objection.decision.request_id)
