"""Which files are past their term, to the day."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from sqlalchemy import select

from app.archive import queries
from app.archive.models import RetentionClass
from app.core import clock
from app.core.db import db
from app.support import service
from app.support.decisions import Decision
from app.support.models import SupportRequest
from app.support.objections import Finding, ObjectionState
from app.support.values import Protest
from factories.archive import granted, refused
from factories.clocks import a_clock
from factories.support import a_budget, a_request, team_hours


def references() -> set[str | None]:
    return {one.request.reference for one in queries.due().first}


def announced(request: SupportRequest) -> Decision:
    return db.session.scalars(select(Decision).where(Decision.request == request)).one()


def test_a_refusal_is_kept_five_years_to_the_day() -> None:
    request = refused()
    five_years = clock.today() - relativedelta(years=5)

    announced(request).announced_on = five_years
    assert references() == set()
    announced(request).announced_on = five_years - timedelta(days=1)
    (one,) = queries.due().first
    assert (one.request, one.retention) == (request, RetentionClass.REFUSED)
    assert one.until == clock.today() - timedelta(days=1)


def test_what_was_granted_counts_from_the_last_day_of_what_it_was_for() -> None:
    hours = team_hours()
    request = granted(a_budget(), hours, years_ago=8)
    assert references() == {request.reference}

    hours.starts_on = hours.ends_on = clock.today() - relativedelta(years=7)
    assert references() == set()
    hours.ends_on -= timedelta(days=1)
    (one,) = queries.due().first
    assert one.counted_from == hours.ends_on


def test_an_objection_keeps_the_file_until_it_is_answered_and_five_years_after() -> None:
    request = refused()
    protest = Protest("Wij zijn het er niet mee eens.", wants_hearing=False, late="Wij waren weg.")
    objection = service.object_to(announced(request), protest, by=request.author)
    assert references() == set()

    five_years = clock.today() - relativedelta(years=5)
    objection.state, objection.finding = ObjectionState.DECIDED, Finding.UNFOUNDED
    objection.decided_on = five_years
    assert references() == set()
    objection.decided_on = five_years - timedelta(days=1)
    (one,) = queries.due().first
    assert one.counted_from == objection.decided_on


def test_what_was_withdrawn_goes_after_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    request = a_request()
    service.withdraw(request, by=request.author)
    today, put = clock.today(), a_clock(monkeypatch)

    put(f"{today + relativedelta(years=1)} 12:00")
    assert references() == set()
    put(f"{today + relativedelta(years=1, days=1)} 12:00")
    assert references() == {request.reference}


def test_what_is_still_open_is_never_past_its_term(monkeypatch: pytest.MonkeyPatch) -> None:
    a_request()
    a_clock(monkeypatch)("2060-01-01 12:00")

    assert queries.due() == ([], 0)
