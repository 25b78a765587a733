"""The money of requests: every amount that moves on a budget has its line in the ledger."""

from dataclasses import dataclass
from datetime import datetime

from app.demo.service.catalogue import Purse
from app.demo.service.requests import Case
from app.demo.service.stage import Stage
from app.support.decisions import BudgetEntry, EntryKind, Proposal


@dataclass
class Advice:
    """A proposal, with the money that is set aside for it as long as it stands."""

    author: int
    text: str
    at: datetime
    purse: Purse | None
    cents: int
    ended_at: datetime | None = None


def set_aside(stage: Stage, case: Case, cents: int, by: int) -> Purse | None:
    """Reserve money on the first budget that has enough; nothing when none has."""
    for purse in stage.support.purses_for(
        case.plan.idea.district_code, stage.municipality, case.at.date()
    ):
        if cents <= purse.plan.per_request_cents and purse.reserve(cents):
            _line(stage, case, purse, EntryKind.RESERVED, cents, by)
            return purse
    return None


def release(stage: Stage, case: Case, advice: Advice, by: int) -> None:
    """Give the money of an advice that lapsed back to its budget."""
    if advice.purse is not None:
        advice.purse.book(advice.cents, 0)
        _line(stage, case, advice.purse, EntryKind.RELEASED, advice.cents, by)


def book(stage: Stage, case: Case, advice: Advice, cents: int, by: int) -> None:
    """Spend a part of the money of an advice; the rest is free again."""
    if advice.purse is not None:
        advice.purse.book(advice.cents, cents)
        _line(stage, case, advice.purse, EntryKind.BOOKED, cents, by)
        _line(stage, case, advice.purse, EntryKind.RELEASED, advice.cents - cents, by)


def write(stage: Stage, case: Case, advice: Advice) -> None:
    """Write the proposal, once it is known when it ended."""
    stage.rows.add(
        Proposal,
        request_id=case.thing.id,
        author_id=advice.author,
        budget_id=advice.purse.id if advice.purse else None,
        cents=advice.cents,
        advice=advice.text,
        created_at=advice.at,
        ended_at=advice.ended_at,
    )


def _line(stage: Stage, case: Case, purse: Purse, kind: EntryKind, cents: int, by: int) -> None:
    if cents:
        stage.rows.add(
            BudgetEntry,
            budget_id=purse.id,
            request_id=case.thing.id,
            kind=kind,
            cents=cents,
            at=case.at,
            by_id=by,
        )
