"""The page on which a lead sets the hours of a team."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from app.capacity import service
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityOffer, OfferKind
from app.capacity.quarters import upcoming
from app.core.db import db
from factories.accounts import a_person
from factories.areas import a_town
from factories.capacity import a_lead, a_professional, a_team, an_offer, reserved
from factories.counting import statements
from factories.support import a_request, team_hours

SignedIn = Callable[[User], FlaskClient]


def test_a_lead_offers_hours_and_sees_what_is_free(signed_in: SignedIn) -> None:
    team, quarter = a_team(), upcoming()[1]
    browser = signed_in(a_lead(team))
    answers = {
        "team_id": str(team.id),
        "quarter": quarter.code,
        "kind": "coaching",
        "hours": "40",
        "note": "Ook op zaterdag",
    }

    assert browser.post("/uren", data=answers).status_code == 303

    offer = db.session.query(CapacityOffer).one()
    assert (offer.kind, offer.hours) == (OfferKind.COACHING, 40)
    assert (offer.starts_on, offer.ends_on) == (quarter.starts_on, quarter.ends_on)
    page = browser.get("/uren").text
    for words in ("Nog vrij: 40 uur", "Ook op zaterdag", "0 van 40"):
        assert words in page


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("hours", "", "Vul een getal in, bijvoorbeeld 20."),
        ("hours", "-1", "Vul een getal in van 0 tot en met 10000."),
        ("quarter", "2001-1", "Ongeldige keuze."),
        ("note", "x" * 301, "Gebruik hoogstens 300 tekens."),
    ],
)
def test_a_wrong_answer_is_told_and_the_rest_is_kept(
    signed_in: SignedIn, field: str, value: str, sentence: str
) -> None:
    team = a_team()
    answers = {
        "team_id": str(team.id),
        "quarter": upcoming()[0].code,
        "kind": "advice",
        "hours": "23",
        "note": "Ook op zaterdag",
    }

    page = signed_in(a_lead(team)).post("/uren", data=answers | {field: value})

    assert page.status_code == 422
    assert sentence in page.text
    assert ("Ook op zaterdag" if field != "note" else 'value="23"') in page.text
    assert db.session.query(CapacityOffer).count() == 0


def test_a_lead_does_not_set_the_hours_of_another_team(signed_in: SignedIn) -> None:
    other = an_offer(a_team("Wijkteam Zuid", a_town().south))
    browser = signed_in(a_lead(a_team()))
    answers = {
        "team_id": str(other.team_id),
        "quarter": upcoming()[0].code,
        "kind": "advice",
        "hours": "23",
    }

    assert browser.post("/uren", data=answers).status_code == 422
    assert browser.get(f"/uren/{other.id}").status_code == 404
    assert browser.post(f"/uren/{other.id}/intrekking", data={"reason": "Ja"}).status_code == 404


def test_changing_below_what_is_given_is_told_at_the_field(signed_in: SignedIn) -> None:
    offer = an_offer()
    reserved(offer, a_request(needs=[team_hours()]).needs[0])
    browser, path = signed_in(a_lead(offer.team)), f"/uren/{offer.id}"

    assert "Vergeven: 6 van 10 uur." in browser.get(path).text
    page = browser.post(path, data={"hours": "5"})
    assert page.status_code == 422
    assert "Er zijn al 6 uur vergeven. Minder kan niet." in page.text
    assert browser.post(path, data={"hours": "6"}).location == "/uren"
    db.session.refresh(offer)
    assert offer.free == 0


def test_withdrawing_asks_why_and_shows_it(signed_in: SignedIn) -> None:
    offer = an_offer()
    browser, path = signed_in(a_lead(offer.team)), f"/uren/{offer.id}/intrekking"

    assert browser.get(path).status_code == 200
    assert browser.post(path, data={"reason": " "}).status_code == 422
    assert browser.post(path, data={"reason": "Grote drukte."}).status_code == 303
    assert "Ingetrokken" in browser.get("/uren").text
    assert browser.post(path, data={"reason": "Nog eens."}).status_code == 409


def test_reserved_hours_are_given_back_or_written_down_as_used(signed_in: SignedIn) -> None:
    offer = an_offer()
    lea = a_lead(offer.team)
    first, second = (reserved(offer, a_request(needs=[team_hours()]).needs[0], 4) for _ in "ab")
    service.confirm(second, by=lea)
    browser = signed_in(lea)

    page = browser.get("/uren").text
    assert f"/uren/reserveringen/{second.id}/gebruik" in page
    assert f"/uren/reserveringen/{first.id}/gebruik" not in page
    assert browser.post(f"/uren/reserveringen/{first.id}/vrijgave").status_code == 303
    assert browser.post(f"/uren/reserveringen/{second.id}/gebruik").status_code == 303

    db.session.refresh(first)
    db.session.refresh(second)
    assert (first.state, second.state) == (ReservationState.RELEASED, ReservationState.SPENT)
    assert browser.post(f"/uren/reserveringen/{second.id}/vrijgave").status_code == 409
    assert browser.post("/uren/reserveringen/999/vrijgave").status_code == 404


def test_the_page_costs_as_many_statements_for_many_hours_as_for_few(signed_in: SignedIn) -> None:
    team = a_team()
    reserved(an_offer(team), a_request(needs=[team_hours()]).needs[0])
    browser = signed_in(a_lead(team))
    browser.get("/uren")

    few = statements(lambda: browser.get("/uren"))
    for _number in range(5):
        offer = an_offer(team, 20)
        for _again in range(3):
            reserved(offer, a_request(needs=[team_hours()]).needs[0])

    assert statements(lambda: browser.get("/uren")) == few <= 12


def test_a_lead_without_a_team_reads_what_to_do(signed_in: SignedIn) -> None:
    lot = a_person("Lot", role=Role.TEAM_LEAD)

    page = signed_in(lot).get("/uren").text

    assert "Je leidt nog geen team" in page
    assert "Bied uren aan" not in page


def test_only_leads_have_this_page(signed_in: SignedIn, client: FlaskClient) -> None:
    petra = a_professional(a_team().organisation)

    assert signed_in(petra).get("/uren").status_code == 403
    assert client.get("/uren").status_code == 303
