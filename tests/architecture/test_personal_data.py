"""Every column about a person is in the copy that people take, or it says here why not."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Column

from app.core.db import Base
from app.wiring import KEPT_OF_PEOPLE

IN_A_ROLE = "done for the municipality, about a request of others; the log tells them what they did"
NOT_IN_THE_COPY = {
    "role_assignments.given_by_id": "about who got the role; the log tells who gave it",
    "doorsteps.user_id": "of somebody who is signing in, for a quarter of an hour",
    "passkey_challenges.user_id": "of somebody who is asked for a passkey, for five minutes",
    "support_requests.coordinator_id": IN_A_ROLE,
    "proposals.author_id": IN_A_ROLE,
    "decisions.decider_id": IN_A_ROLE,
    "objections.decider_id": IN_A_ROLE,
    "supplements.asked_by_id": IN_A_ROLE,
    "intentions.made_by_id": IN_A_ROLE,
    "letters.signed_by_id": IN_A_ROLE,
    "extensions.made_by_id": IN_A_ROLE,
    "budget_entries.by_id": IN_A_ROLE,
    "capacity_reservations.by_id": IN_A_ROLE,
    "response_invitations.invited_by_id": IN_A_ROLE,
    "lapsed_hours.answered_by_id": IN_A_ROLE,
    "match_rounds.by_id": IN_A_ROLE,
    "match_plans.by_id": IN_A_ROLE,
    "match_choices.by_id": IN_A_ROLE,
    "match_lines.approved_by_id": IN_A_ROLE,
    "request_batches.by_id": IN_A_ROLE,
    "request_batches.to_id": IN_A_ROLE,
    "request_batch_rows.earlier_id": IN_A_ROLE,
    "registrations.writer_id": IN_A_ROLE,
    "assisted_entries.by_id": IN_A_ROLE,
    "assisted_entries.confirmed_by_id": IN_A_ROLE,
    "reviews.moderator_id": IN_A_ROLE,
    "reviews.earlier_moderator_id": IN_A_ROLE,
    "content_reports.decided_by_id": IN_A_ROLE,
    "content_reports.earlier_decider_id": IN_A_ROLE,
    "attendances.noted_by_id": "about who helped; the log tells who noted it",
    "looks.reader_id": "the person it is about reads a role, not a name",
    "organisations.email": "of an organisation, which everybody may read",
    "organisations.phone": "of an organisation, which everybody may read",
}
ABOUT_SOMEBODY = re.compile(r"(?:.*_)?(?:email|phone|contact_name)")
KEPT = [kept for room in KEPT_OF_PEOPLE for kept in room]


def columns_about_people() -> Iterator[Column[object]]:
    """Give the columns that point to a person, and those with an address or a number to call."""
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            points = any(key.column.table.name == "users" for key in column.foreign_keys)
            if points or ABOUT_SOMEBODY.fullmatch(column.name):
                yield column


@pytest.mark.parametrize("column", list(columns_about_people()), ids=str)
def test_a_column_about_people_is_in_their_copy(column: Column[object]) -> None:
    listed = {
        str(known.expression)
        for kept in KEPT
        for known in (*kept.points, *kept.addresses, *kept.told.selected_columns)
    }

    assert (str(column) in listed) != (str(column) in NOT_IN_THE_COPY), (
        "list it in the personal.py of its room, or say here why not"
    )


def test_no_reason_is_left_behind_by_a_column_that_went() -> None:
    there = {str(column) for column in columns_about_people()}

    assert NOT_IN_THE_COPY.keys() - there == set()


def test_every_kind_has_a_name_of_its_own_and_belongs_to_somebody() -> None:
    codes = [kept.code for kept in KEPT]

    assert len(set(codes)) == len(codes)
    assert [kept.code for kept in KEPT if not kept.points and not kept.addresses] == []


def test_the_same_name_has_the_same_term() -> None:
    terms: dict[str, set[str]] = {}
    for kept in KEPT:
        terms.setdefault(kept.name._args[0], set()).add(kept.term._args[0])

    assert {name: told for name, told in terms.items() if len(told) > 1} == {}
