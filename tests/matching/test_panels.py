"""The way from a request to who could help, for the coordinator only."""

from collections.abc import Iterator

import pytest
from flask import Flask

from app.accounts.models import Visitor
from app.core.db import db
from app.matching import panels
from app.matching.models import Invitation
from app.support.lifecycle import RequestState
from app.support.models import SupportKind
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.matching import a_need, a_request, a_response, an_organisation


@pytest.fixture(autouse=True)
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


def test_the_coordinator_of_the_place_gets_the_way_to_the_list() -> None:
    request, coordinator = a_request(), a_coordinator(a_town().north)
    db.session.add(
        Invitation(
            request=request,
            supply="offer:1",
            organisation_id=an_organisation("De Brug").id,
            invited_by_id=coordinator.id,
        )
    )
    db.session.flush()

    panel = panels.panel(request, actor=coordinator)

    assert panel is not None
    assert f'href="/ondersteuning/{request.id}/kansen"' in panel.html
    assert "Je vroeg 1 keer om een reactie." in panel.html


def test_before_anybody_was_asked_or_responded_the_list_is_the_first_thing_to_do() -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    coordinator = a_coordinator(a_town().north)

    panel = panels.panel(request, actor=coordinator)
    assert panel is not None
    assert f'href="/ondersteuning/{request.id}/kansen"' in panel.action
    assert panel.html == ""

    a_response(request, an_organisation("De Brug"))
    panel = panels.panel(request, actor=coordinator)
    assert panel is not None
    assert panel.action == ""
    assert f'href="/ondersteuning/{request.id}/kansen"' in panel.html


def test_a_request_without_a_question_for_people_does_not_begin_with_the_list() -> None:
    needs = [a_need(SupportKind.MONEY, hours=0, expertise="", cents=250_00)]
    request = a_request(state=RequestState.IN_ASSESSMENT, needs=needs)

    panel = panels.panel(request, actor=a_coordinator(a_town().north))

    assert panel is not None
    assert panel.action == ""


def test_the_team_and_visitors_see_no_such_panel() -> None:
    request = a_request()

    assert [panels.panel(request, actor=who) for who in (a_person("Anna"), Visitor())] == [
        None,
        None,
    ]


def test_a_request_that_was_answered_has_no_such_panel() -> None:
    request = a_request(state=RequestState.REFUSED)

    assert panels.panel(request, actor=a_coordinator(a_town().north)) is None
