"""The life of a review: one look by a moderator at one text."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.lifecycle import Lifecycle


class ReviewState(Choice):
    """Where a review stands."""

    WAITING = "waiting", _l("Wacht op controle")
    PUBLISHED = "published", _l("Geplaatst")
    CHANGES_REQUESTED = "changes_requested", _l("Vraag om aanpassing")
    REJECTED = "rejected", _l("Niet geplaatst")
    HIDDEN = "hidden", _l("Van de site gehaald")
    WITHDRAWN = "withdrawn", _l("Ingetrokken")


REVIEW_LIFE = Lifecycle(
    ReviewState.WAITING,
    [
        ("publish", {ReviewState.WAITING}, ReviewState.PUBLISHED),
        ("request_changes", {ReviewState.WAITING}, ReviewState.CHANGES_REQUESTED),
        ("reject", {ReviewState.WAITING}, ReviewState.REJECTED),
        ("hide", {ReviewState.WAITING}, ReviewState.HIDDEN),  # of a text that was public
        ("withdraw", {ReviewState.WAITING, ReviewState.HIDDEN}, ReviewState.WITHDRAWN),
    ],
)
