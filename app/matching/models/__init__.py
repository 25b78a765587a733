"""What matching keeps: whom somebody asked to respond, and rounds with their plans."""

from app.matching.models.invitations import Invitation
from app.matching.models.rounds import ChoiceKind, Plan, PlanChoice, PlanLine, Round

__all__ = ["ChoiceKind", "Invitation", "Plan", "PlanChoice", "PlanLine", "Round"]
