"""What stands on the page of a plan about how it went."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.feedback.panels import panel
from app.initiatives.lifecycle import State
from factories.feedback import said
from factories.initiatives import an_initiative


@pytest.fixture
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


def test_the_page_of_a_plan_tells_what_enough_people_said(client: FlaskClient) -> None:
    plan = an_initiative(state=State.COMPLETED)
    said(plan, good=12, bad=2)

    page = client.get(f"/initiatieven/{plan.id}").text

    part = page.split('id="hoe-ging-het"')[1].split("</section>")[0]
    assert " ".join(part.split()).count("minder dan 5") == 2  # nobody said fair, two said bad
    assert "Goed: ongeveer 10" in part


@pytest.mark.usefixtures("request_context")
@pytest.mark.parametrize(
    ("state", "hidden", "good"),
    [(State.COMPLETED, False, 4), (State.ARCHIVED, False, 9), (State.COMPLETED, True, 9)],
)
def test_nothing_is_told_of_few_people_or_of_a_plan_that_is_not_there(
    state: State, hidden: bool, good: int
) -> None:
    plan = an_initiative(state=state, hidden=hidden)
    said(plan, good=good)

    assert panel(plan) is None
