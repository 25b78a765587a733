"""What everybody reads on the page of an initiative: never a text, an amount only when granted."""

from html import unescape

import pytest

from app.accounts.models import Actor, Visitor
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.support import service
from app.support.lifecycle import RequestState
from app.support.panels import panel
from factories.accounts import a_coordinator, a_person
from factories.cast import an_initiative_of_many, everybody
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.support import (
    ASKED,
    a_budget,
    a_decider,
    a_judgement,
    a_request,
    money,
    proposed,
    team_hours,
)


def shown(initiative: Initiative, actor: Actor) -> str:
    found = panel(initiative, actor=actor)
    return unescape(found.html + found.next_step).replace("\u00a0", " ") if found else ""


def test_nothing_was_asked_so_a_visitor_sees_nothing_and_the_team_the_way_to_ask() -> None:
    initiative = an_initiative()

    assert shown(initiative, Visitor()) == ""
    assert initiative.owner is not None
    found = panel(initiative, actor=initiative.owner)
    assert found is not None
    assert found.html == ""
    assert f"/initiatieven/{initiative.id}/ondersteuning/nieuw" in found.next_step


def test_a_visitor_reads_kind_and_state_but_no_text_number_or_amount() -> None:
    request = a_request()

    page = shown(request.initiative, Visitor())

    assert "Het team vroeg om geld en ruimte." in page
    assert "De gemeente heeft de vraag ontvangen." in page
    assert "Ontvangen" in page
    for secret in ("Planten", "veldje", "€", str(request.reference), "/ondersteuning/"):
        assert secret not in page


def test_after_a_decision_everybody_reads_the_amount() -> None:
    request = a_request(needs=[money()])
    proposed(request, by=a_coordinator(), budget=a_budget(), cents=ASKED)
    assert "€" not in shown(request.initiative, Visitor())

    service.decide(request, a_judgement(cents=ASKED), by=a_decider())

    page = shown(request.initiative, Visitor())
    assert "De gemeente zei ja. Het team krijgt € 1.850,00." in page
    assert "Goedgekeurd" in page


def test_drafts_and_what_was_taken_back_are_nobodys_business() -> None:
    initiative = an_initiative()
    for state in (RequestState.DRAFT, RequestState.WITHDRAWN):
        a_request(initiative, state=state)

    assert shown(initiative, Visitor()) == ""


def test_who_may_open_a_request_gets_its_link() -> None:
    request = a_request()
    link = f'href="/ondersteuning/{request.id}"'

    for actor, opens in (
        (request.author, True),
        (a_coordinator(), True),
        (a_person("Noor"), False),
    ):
        assert (link in shown(request.initiative, actor)) == opens


def test_an_initiative_that_stopped_asks_nothing_any_more() -> None:
    initiative = an_initiative(state=State.STOPPED)

    assert initiative.owner is not None
    assert shown(initiative, initiative.owner) == ""


@pytest.mark.parametrize("role", ["visitor", "neighbour", "board", "coordinator"])
def test_ten_requests_cost_as_many_statements_as_one(role: str) -> None:
    initiative, actor = an_initiative_of_many(), everybody()[role]
    a_request(initiative, needs=[team_hours()])
    one = statements(lambda: shown(initiative, actor))
    for _number in range(9):
        a_request(initiative)

    assert statements(lambda: shown(initiative, actor)) == one
