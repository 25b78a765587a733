"""An answer counts once, can change, and goes with the account."""

import pytest

from app.audit.models import Entry
from app.core.db import db
from app.core.errors import OutOfDate
from app.feedback import service
from app.feedback.models import Ask, Verdict
from factories.accounts import a_person
from factories.feedback import asked


def test_an_answer_takes_the_place_of_the_one_before_and_leaves_no_line_in_the_log() -> None:
    ask, _secret = asked()
    lines = db.session.query(Entry).count()

    service.answer(ask, Verdict.GOOD)
    service.answer(ask, Verdict.BAD)

    assert [one.verdict for one in db.session.query(Ask)] == [Verdict.BAD]
    assert db.session.query(Entry).count() == lines


def test_the_last_day_counts_and_the_day_after_does_not() -> None:
    in_time, _ = asked(days_left=0)
    late, _ = asked(in_time.initiative, a_person("Noor"), days_left=-1)

    service.answer(in_time, Verdict.FAIR)
    with pytest.raises(OutOfDate):
        service.answer(late, Verdict.FAIR)

    assert (in_time.verdict, late.verdict) == (Verdict.FAIR, None)


def test_what_somebody_said_goes_with_the_account() -> None:
    theirs, _ = asked()
    other, _ = asked(theirs.initiative, a_person("Noor"))
    service.answer(theirs, Verdict.BAD)

    service.forget_person(theirs.user)

    assert db.session.query(Ask).all() == [other]
