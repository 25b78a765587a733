"""Who gets in where: everybody knocks on every door, with things in every state.

The table in ``docs/permissions.md`` is what came of it; a change of it is a decision that somebody
reads. ``make permissions`` writes it anew. It takes a portal of its own, on SQLite, so one half of
the tests in CI is enough: that of SQLite, where nobody counts which lines were passed.
"""

import os

import pytest

from factories.portals import IS_POSTGRESQL
from permissions import people, table
from permissions.matrix import Matrix, tried
from permissions.secrets import READERS

pytestmark = pytest.mark.skipif(
    "CI" in os.environ and IS_POSTGRESQL, reason="the other half knocks on the doors"
)
BY_A_KEY = {
    *("accounts.enter", "accounts.renew", "accounts.choose_password", "accounts.renew_password"),
    *("initiatives.confirm", "initiatives.confirm_again", "initiatives.confirm_endorsement"),
    *("initiatives.resume", "initiatives.standing", "initiatives.agree", "initiatives.refuse"),
    *("notifications.stop", "notifications.resume"),
    *("volunteering.feed", "pages.tile", "feedback.show", "feedback.answer"),
    *("reports.outcome", "reports.confirm", "reports.ask_again"),
}


@pytest.fixture(scope="module")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> Matrix:
    return tried(tmp_path_factory.mktemp("permissions"))


def test_every_door_is_tried_but_those_that_open_with_a_key(matrix: Matrix) -> None:
    assert matrix.endpoints - {one.door.rule.endpoint for one in matrix.knocks} == BY_A_KEY


def test_who_gets_in_stands_in_the_documentation(matrix: Matrix) -> None:
    now = table.as_table(matrix)
    if "AANZET_WRITE_PERMISSIONS" in os.environ:
        table.write(now)

    assert now.splitlines() == table.in_docs().splitlines(), "right? then: make permissions"


def test_no_page_breaks(matrix: Matrix) -> None:
    assert [str(one) for one in matrix.knocks if one.answer.mark == "!"] == []


def test_nothing_changes_for_who_does_not_get_in(matrix: Matrix) -> None:
    refused = [one for one in matrix.knocks if one.answer.mark != "+"]

    assert [str(one) for one in refused if one.answer.changed] == []


def test_who_was_blocked_or_signed_out_is_a_visitor(matrix: Matrix) -> None:
    visitors = [one for one in matrix.lost if one.who in people.AS_A_VISITOR]

    assert len(visitors) > 500
    assert [
        str(one) for one in visitors if one.answer.mark != matrix.mark(one.door, "visitor")
    ] == []


def test_who_lost_a_role_or_left_a_team_is_a_neighbour(matrix: Matrix) -> None:
    neighbours = [
        one
        for one in matrix.lost
        if one.who in people.AS_A_NEIGHBOUR and one.door.scene.name != "of a neighbour"
    ]

    assert len(neighbours) > 300
    different = [one for one in neighbours if one.answer.mark != matrix.mark(one.door, "neighbour")]
    assert [str(one) for one in different] == []


def test_what_is_not_for_everybody_is_told_to_nobody_else(matrix: Matrix) -> None:
    told = [(secret, one) for one in matrix.knocks for secret in one.answer.told]

    assert [str(one) for secret, one in told if one.who not in READERS[secret]] == []
    assert [str(one) for one in matrix.lost if one.answer.told] == []
    assert READERS.keys() - {secret for secret, _one in told} == set(), "nobody met it at all"
