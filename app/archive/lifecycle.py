"""The life of a destruction list."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.lifecycle import Lifecycle


class ListState(Choice):
    """Where a destruction list stands."""

    OPEN = "open", _l("Wacht op akkoord")
    DESTROYED = "destroyed", _l("Vernietigd")
    DISCARDED = "discarded", _l("Weggelegd")


LIFE = Lifecycle(
    ListState.OPEN,
    [
        ("approve", {ListState.OPEN}, ListState.DESTROYED),
        ("discard", {ListState.OPEN}, ListState.DISCARDED),
    ],
)
