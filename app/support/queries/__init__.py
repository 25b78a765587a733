"""What other rooms and the pages read: requests, the catalogue, the budgets."""

from app.support.queries.asked import Asked, asked_by
from app.support.queries.batches import (
    batch_with,
    chosen,
    colleagues,
    first_of,
    found_batch,
    with_their_teams,
)
from app.support.queries.board import Column, board_of, cards
from app.support.queries.budgets import (
    budget_for,
    budgets_for,
    budgets_of,
    entries_of,
    most_per_request,
)
from app.support.queries.catalogue import (
    all_types,
    catalogue,
    found_type,
    provider_choices,
    type_at,
)
from app.support.queries.letters import decision_letter, found_letter, letters_about
from app.support.queries.narrowing import Due, OpenFilter, Whose
from app.support.queries.objections import (
    found_objection,
    handlers_of,
    objection_about,
    open_objections,
)
from app.support.queries.requests import (
    Beside,
    beside,
    coordinators_of,
    decision_of,
    drafts_of,
    found,
    listed,
    numbers_of,
    open_requests,
    team_of,
    visible_to,
)

__all__ = [
    "Asked",
    "Beside",
    "Column",
    "Due",
    "OpenFilter",
    "Whose",
    "all_types",
    "asked_by",
    "batch_with",
    "beside",
    "board_of",
    "budget_for",
    "budgets_for",
    "budgets_of",
    "cards",
    "catalogue",
    "chosen",
    "colleagues",
    "coordinators_of",
    "decision_letter",
    "decision_of",
    "drafts_of",
    "entries_of",
    "first_of",
    "found",
    "found_batch",
    "found_letter",
    "found_objection",
    "found_type",
    "handlers_of",
    "letters_about",
    "listed",
    "most_per_request",
    "numbers_of",
    "objection_about",
    "open_objections",
    "open_requests",
    "provider_choices",
    "team_of",
    "type_at",
    "visible_to",
    "with_their_teams",
]
