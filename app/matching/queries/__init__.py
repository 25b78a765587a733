"""What matching reads: questions for the engine, what is on offer, who was asked, rounds, and volunteers."""

from app.matching.queries.approved import (
    OfDistrict,
    approved_districts,
    as_settled,
    by_district,
    plan_of,
    settled_in,
)
from app.matching.queries.invitations import (
    Answer,
    WaitingInvitation,
    answers_to,
    invitation_for,
    invitations_of,
    responders,
    waiting_invitations,
)
from app.matching.queries.moments import as_moment, moments_near, moments_of_task
from app.matching.queries.outcomes import outcomes_of
from app.matching.queries.plan_lines import (
    GivenHours,
    LineFilter,
    OfNeighbourhood,
    Totals,
    by_neighbourhood,
    filtered_lines,
    hours_by_team,
    totals,
)
from app.matching.queries.question import Question, found, question_for
from app.matching.queries.round_question import problem_for, problem_of, waiting_in
from app.matching.queries.rounds import (
    as_choices,
    choices_of,
    found_round,
    last_failed,
    lines_of,
    lines_with_all,
    needs_by_id,
    offers_by_id,
    pending_plan,
    shown_with,
    standing_plan,
    visible_rounds,
)
from app.matching.queries.supplies import Candidate, candidates
from app.matching.queries.volunteers import volunteer_of, who_may_be_asked

__all__ = [
    "Answer",
    "Candidate",
    "GivenHours",
    "LineFilter",
    "OfDistrict",
    "OfNeighbourhood",
    "Question",
    "Totals",
    "WaitingInvitation",
    "answers_to",
    "approved_districts",
    "as_choices",
    "as_moment",
    "as_settled",
    "by_district",
    "by_neighbourhood",
    "candidates",
    "choices_of",
    "filtered_lines",
    "found",
    "found_round",
    "hours_by_team",
    "invitation_for",
    "invitations_of",
    "last_failed",
    "lines_of",
    "lines_with_all",
    "moments_near",
    "moments_of_task",
    "needs_by_id",
    "offers_by_id",
    "outcomes_of",
    "pending_plan",
    "plan_of",
    "problem_for",
    "problem_of",
    "question_for",
    "responders",
    "settled_in",
    "shown_with",
    "standing_plan",
    "totals",
    "visible_rounds",
    "volunteer_of",
    "waiting_in",
    "waiting_invitations",
    "who_may_be_asked",
]
