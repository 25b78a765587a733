"""A unit of work is kept whole or not at all."""

import pytest

from app.core.db import db
from app.core.jobs import Job, later
from app.core.transaction import transaction


def kept() -> int:
    db.session.rollback()
    return db.session.query(Job).count()


def test_what_is_done_in_a_transaction_is_kept() -> None:
    with transaction():
        later("test.kept")

    assert kept() == 1


def test_an_error_undoes_everything() -> None:
    def fail_after_writing() -> None:
        with transaction():
            later("test.kept")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_writing()

    assert kept() == 0


def test_a_dry_run_keeps_nothing() -> None:
    with transaction(keep=False):
        later("test.kept")
        assert db.session.query(Job).count() == 1

    assert kept() == 0


def test_what_was_open_before_is_not_taken_along() -> None:
    later("test.before")
    with transaction():
        later("test.kept")

    db.session.rollback()
    assert [job.kind for job in db.session.query(Job)] == ["test.kept"]
