"""What we say about matching, and to whom."""

from app.matching.messages.calls import ask_volunteer
from app.matching.messages.invitations import ask_for_a_response
from app.matching.messages.lapsed import tell_closed, tell_replaced
from app.matching.messages.outcomes import tell_outcome
from app.matching.messages.rounds import tell_teams

__all__ = [
    "ask_for_a_response",
    "ask_volunteer",
    "tell_closed",
    "tell_outcome",
    "tell_replaced",
    "tell_teams",
]
