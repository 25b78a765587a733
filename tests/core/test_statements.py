"""Parts of statements that are put together once."""

from sqlalchemy import String, column

from app.core.statements import one_of


def test_a_list_that_never_changes_is_part_of_the_statement() -> None:
    condition = one_of(column("state", String), {"open", "closed"})

    assert str(condition) == "state IN (:param_1, :param_2)"
    assert list(condition.compile().params.values()) == ["closed", "open"]
