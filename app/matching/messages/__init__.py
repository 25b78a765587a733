"""What we say about matching, and to whom."""

from app.matching.messages.invitations import ask_for_a_response
from app.matching.messages.outcomes import tell_outcome
from app.matching.messages.rounds import tell_teams

__all__ = ["ask_for_a_response", "tell_outcome", "tell_teams"]
