"""News from this room, for the rooms above it; ``app/wiring.py`` says who listens."""

from blinker import Namespace

_news = Namespace()

# Sent with a text (any row with a state of ``TEXT_LIFE``, or an initiative) that a moderator took
# from the site, and: by.
hidden = _news.signal("hidden")
