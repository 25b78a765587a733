"""What support announces: a request came in, it was answered, somebody looks at it."""

from typing import Any

from blinker import Namespace

from app.initiatives.signals import Panel

_news = Namespace()

# Sent with a support request and: by.
submitted = _news.signal("submitted")

# Sent with a support request and: outcome (the state it led to: granted, partly granted, refused,
# or withdrawn by its own team), by.
decided = _news.signal("decided")

# Sent with a request whose page is made and: actor. Receivers return a ``Panel`` or ``None``.
showing = _news.signal("showing")


def panels(request: Any, *, actor: Any) -> list[Panel]:
    """Return the parts that other rooms add to the page of ``request``, in order."""
    answers = showing.send(request, actor=actor)
    return sorted(panel for _receiver, panel in answers if panel is not None)
