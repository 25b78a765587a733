"""News from this room, for the rooms above it; ``app/wiring.py`` says who listens."""

from dataclasses import dataclass
from typing import Any

from blinker import Namespace
from markupsafe import Markup

NOTHING = Markup()

_news = Namespace()

# Sent with a text (any row with a state of ``TEXT_LIFE``, or an initiative) that a moderator has
# to see, and: title, text (all free texts joined), author, district_id, is_appeal=False.
waiting_for_review = _news.signal("waiting-for-review")

# Sent with a text that its author took back before anybody judged it, and: by.
withdrawn = _news.signal("withdrawn")

# Sent with a short text that a moderator judged, and: step (publish, request_changes, reject), by.
judged = _news.signal("judged")

# Sent with an initiative and: old, new, by.
state_changed = _news.signal("state-changed")

# Sent with an initiative whose page is made and: actor. Receivers return a ``Panel`` or ``None``.
showing = _news.signal("showing")


@dataclass(frozen=True, order=True)
class Panel:
    """A part of the page of an initiative that another room makes; low orders come first.

    ``action`` is the best that a reader can do here: it stands on top. ``next_step`` is for the
    team of a plan that has not begun with this yet.
    """

    order: int
    html: Markup
    action: Markup = NOTHING
    next_step: Markup = NOTHING


def panels(initiative: Any, *, actor: Any) -> list[Panel]:
    """Return the parts that other rooms add to the page of ``initiative``, in order."""
    answers = showing.send(initiative, actor=actor)
    return sorted(panel for _, panel in answers if panel is not None)
