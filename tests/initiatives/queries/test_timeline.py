"""The way of a plan in plain words: facts from the log, and what comes next."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.accounts.models import Visitor
from app.core import clock
from app.initiatives import queries, service
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.queries.timeline import Fact
from factories.accounts import a_moderator, a_person
from factories.initiatives import an_initiative


def past(initiative: Initiative, *, see_reasons: bool) -> list[Fact]:
    return queries.told(initiative, Visitor(), all_texts=False, see_reasons=see_reasons).past


def test_the_facts_come_from_the_log_with_roles_instead_of_names() -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    service.publish(initiative, by=a_moderator())
    service.take(initiative, "pause", by=a_person(), reason="Te druk.")

    facts = [(one.title, one.by, one.reason) for one in past(initiative, see_reasons=False)]

    assert facts == [
        ("Het plan staat op de site", "een moderator", ""),
        ("Het ligt even stil", "het team", ""),
    ]


def test_the_team_also_reads_reasons_and_a_no() -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    service.request_changes(initiative, by=a_moderator(), reason="Voor wie is het?")
    service.submit(initiative, by=a_person())

    assert [(one.title, one.reason) for one in past(initiative, see_reasons=True)] == [
        ("Er is om een aanpassing gevraagd", "Voor wie is het?"),
        ("Het plan is ingestuurd", ""),
    ]
    assert [one.title for one in past(initiative, see_reasons=False)] == ["Het plan is ingestuurd"]


def test_a_plan_older_than_the_log_tells_what_it_remembers() -> None:
    initiative = an_initiative(days_old=3)

    assert [one.title for one in past(initiative, see_reasons=False)] == [
        "Het plan is ingestuurd",
        "Het plan staat op de site",
    ]


@pytest.mark.parametrize(
    ("state", "titles"),
    [
        (State.DRAFT, ["Je stuurt je plan in"]),
        (State.SUBMITTED, ["Een moderator leest het plan", "Het plan komt op de site"]),
        (State.PREPARING, ["Beginnen", "Klaar"]),
        (State.COMPLETED, []),
        (State.PAUSED, ["Het team gaat verder of stopt ermee"]),
        (State.STOPPED, []),
        (State.ARCHIVED, []),
    ],
)
def test_what_comes_next(state: State, titles: list[str]) -> None:
    assert [one.title for one in queries.ahead(an_initiative(state=state))] == titles


def test_every_state_has_a_next_or_has_ended() -> None:
    ended = {State.COMPLETED, State.STOPPED, State.ARCHIVED, State.REJECTED}

    for state in State:
        assert bool(queries.ahead(an_initiative(state=state))) is (state not in ended)


def test_a_start_in_the_future_is_shown_and_one_in_the_past_is_not() -> None:
    initiative = an_initiative(state=State.PREPARING)
    initiative.starts_on = clock.today() + timedelta(days=30)
    assert queries.ahead(initiative)[0].expected == initiative.starts_on

    initiative.starts_on = clock.today() - timedelta(days=1)
    assert queries.ahead(initiative)[0].expected is None


@pytest.mark.parametrize(
    ("sent", "promised"),
    [
        (datetime(2026, 3, 2, 9, tzinfo=UTC), date(2026, 3, 4)),
        (datetime(2026, 3, 6, 22, 30, tzinfo=UTC), date(2026, 3, 10)),  # Friday 23.30 in Amsterdam
        (datetime(2026, 3, 6, 23, 30, tzinfo=UTC), date(2026, 3, 10)),  # already Saturday there
        (datetime(2026, 4, 24, 9, tzinfo=UTC), date(2026, 4, 29)),  # King's Day is on Monday
    ],
)
def test_a_moderator_reads_within_two_working_days(sent: datetime, promised: date) -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    initiative.submitted_at = sent

    assert queries.promised_on(initiative) == promised
    assert queries.ahead(initiative)[0].expected == promised


def test_nothing_is_promised_for_a_draft() -> None:
    assert queries.promised_on(an_initiative(state=State.DRAFT)) is None
