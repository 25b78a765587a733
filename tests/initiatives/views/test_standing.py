"""How a plan stands, behind the link in the mail: for whoever has the link, without signing in."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.workdays import add_working_days
from app.initiatives import queries, service
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.notifications.models import Message
from factories.accounts import a_moderator, a_person
from factories.initiatives import an_initiative

SignedIn = Callable[[User], FlaskClient]
PHONE = "14 000"


def address(initiative: Initiative) -> str:
    return f"/initiatieven/stand/{queries.standing_key(initiative.id)}"


@pytest.mark.parametrize("state", State, ids=lambda state: state.value)
def test_the_status_the_day_and_the_phone_are_there_in_every_state(
    client: FlaskClient, state: State
) -> None:
    plan = an_initiative(state=state)

    page = client.get(address(plan))

    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")
    for part in (plan.title, state.label, f"Sinds {date_words(clock.today())}", PHONE):
        assert str(part) in page.text


def test_it_says_what_comes_next_and_when(client: FlaskClient) -> None:
    page = client.get(address(an_initiative(state=State.SUBMITTED)))

    promised = date_words(add_working_days(clock.today(), 2))
    assert "Een moderator leest het plan" in page.text
    assert promised in page.text


def test_the_last_step_counts_not_the_day_it_was_sent_in(client: FlaskClient) -> None:
    plan = an_initiative(state=State.SUBMITTED, days_old=9)
    service.request_changes(plan, by=a_moderator(), reason="Schrijf het korter op.")

    page = client.get(address(plan))

    assert f"Sinds {date_words(clock.today())}" in page.text
    assert "Het team past het plan aan" in page.text


def test_a_plan_that_is_hidden_says_so(client: FlaskClient) -> None:
    assert "van de site gehaald" in client.get(address(an_initiative(hidden=True))).text


def test_who_may_see_the_plan_goes_on_to_it_and_who_may_not_signs_in(
    client: FlaskClient, signed_in: SignedIn
) -> None:
    waiting, public = an_initiative(state=State.SUBMITTED), an_initiative()

    assert "Log in om je plan te zien" in client.get(address(waiting)).text
    for reader, plan in ((signed_in(waiting.owner or a_person()), waiting), (client, public)):
        assert f'href="/initiatieven/{plan.id}"' in reader.get(address(plan)).text


@pytest.mark.parametrize("key", ["1", "1.geraden", "x", "²", "1.a.b", "9" * 30])
def test_a_key_that_is_guessed_opens_nothing(client: FlaskClient, key: str) -> None:
    an_initiative()

    assert client.get(f"/initiatieven/stand/{key}").status_code == 404


def test_a_key_opens_one_plan_only(client: FlaskClient) -> None:
    one, other = an_initiative(title="Geveltuintjes"), an_initiative(title="Soep op zondag")
    signature = queries.standing_key(one.id).partition(".")[2]

    assert client.get(f"/initiatieven/stand/{other.id}.{signature}").status_code == 404


def test_the_receipt_leads_there(client: FlaskClient) -> None:
    plan = an_initiative(a_person("Anna"), state=State.DRAFT)
    service.submit(plan, by=plan.owner or a_person())

    receipt = db.session.query(Message).one()

    assert (receipt.link, receipt.link_label) == (address(plan), "Kijk hoe je plan ervoor staat")
    assert client.get(receipt.link).status_code == 200


def test_the_day_is_the_day_in_the_netherlands() -> None:
    plan = an_initiative(state=State.SUBMITTED)
    plan.submitted_at = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)

    assert queries.standing_of(plan).since == date(2026, 11, 22)
