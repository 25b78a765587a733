"""What we say to who wrote a plan down for a resident: without a name, for what became of nothing is gone."""

from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.initiatives.assisted import AssistedEntry
from app.notifications import service as notifications


def _writer(entry: AssistedEntry) -> Iterable[User]:
    return [entry.by]


@to_each(_writer)
def confirmed(writer: User, entry: AssistedEntry) -> None:
    """Tell the writer that the resident agrees, and that the plan was sent in."""
    notifications.tell(
        writer,
        _("De bewoner zegt ja: %(title)s", title=entry.initiative.title),
        _(
            "Het plan dat je voor een bewoner opschreef, is ingestuurd. Het kenmerk is %(reference)s.",
            reference=entry.initiative.reference,
        ),
        link=url_for("initiatives.show", initiative_id=entry.initiative_id),
        link_label=_("Bekijk het plan"),
    )


@to_each(_writer)
def refused(writer: User, entry: AssistedEntry) -> None:
    """Tell the writer that the resident did not ask for the plan."""
    _gone(
        writer,
        _("Een bewoner zegt nee tegen een plan"),
        _(
            "Op %(day)s schreef je een plan op voor een bewoner. De bewoner zegt: dit heb ik niet"
            " gevraagd. Het plan en de gegevens van de bewoner zijn gewist.",
            day=date_words(entry.begun_at),
        ),
    )


@to_each(_writer)
def lapsed(writer: User, entry: AssistedEntry) -> None:
    """Tell the writer that the resident did not answer in time."""
    _gone(
        writer,
        _("Een bewoner gaf geen antwoord"),
        _(
            "Op %(day)s schreef je een plan op voor een bewoner. Er kwam op tijd geen ja. Daarom zijn"
            " het plan en de gegevens van de bewoner gewist.",
            day=date_words(entry.begun_at),
        ),
    )


def _gone(writer: User, subject: str, text: str) -> None:
    notifications.tell(
        writer,
        subject,
        text,
        link=url_for("initiatives.assisted_plans"),
        link_label=_("Plannen voor bewoners"),
    )
