"""What matching reads: the question for the engine, what is on offer, and who was asked."""

from app.matching.queries.invitations import (
    Answer,
    WaitingInvitation,
    answers_to,
    invitation_for,
    invitations_of,
    responders,
    waiting_invitations,
)
from app.matching.queries.question import Question, found, question_for
from app.matching.queries.supplies import Candidate, candidates

__all__ = [
    "Answer",
    "Candidate",
    "Question",
    "WaitingInvitation",
    "answers_to",
    "candidates",
    "found",
    "invitation_for",
    "invitations_of",
    "question_for",
    "responders",
    "waiting_invitations",
]
