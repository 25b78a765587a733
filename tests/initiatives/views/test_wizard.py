"""Registering a plan, page by page, without an account and without scripts."""

import pytest
from flask.testing import FlaskClient

from app.areas.models import Postcode
from app.core.db import db
from app.initiatives.models import Initiative, Registration
from factories.areas import a_town

WHAT = {"title": "Geveltuintjes", "summary": "We maken samen tuintjes langs de gevels."}
WHO = {"for_whom": "Alle bewoners", "initiator_kind": "group"}
VISITOR = {**WHO, "name": "Anna", "email": "Anna@Voorbeeld.example"}


def draft() -> Initiative:
    db.session.expire_all()
    return db.session.query(Initiative).one()


def start(client: FlaskClient) -> None:
    a_town()
    client.post("/initiatieven/nieuw/wat", data=WHAT)


def test_the_start_page_names_the_questions_and_no_minutes(client: FlaskClient) -> None:
    page = client.get("/initiatieven/nieuw")

    assert page.status_code == 200
    assert "Wat wil je doen?" in page.text
    assert "minuten" not in page.text


def test_the_first_page_says_where_you_are_and_makes_a_draft(client: FlaskClient) -> None:
    assert "Stap 1 van 5: Wat wil je doen?" in client.get("/initiatieven/nieuw/wat").text

    answer = client.post("/initiatieven/nieuw/wat", data=WHAT)

    assert (answer.status_code, answer.location) == (303, "/initiatieven/nieuw/waar")
    assert (draft().title, draft().owner_id) == ("Geveltuintjes", None)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"title": ""}, "Geef je plan een naam."),
        ({"title": " \u00a0\u200b "}, "Geef je plan een naam."),
        ({"title": "ab"}, "Gebruik 3 tot 80 tekens voor de naam."),
        ({"title": "a" * 81}, "Gebruik 3 tot 80 tekens voor de naam."),
        ({"summary": ""}, "Vertel in één of twee zinnen wat je wilt doen."),
        ({"summary": "a" * 301}, "Gebruik 10 tot 300 tekens"),
        ({"plan": "a" * 5001}, "Gebruik hoogstens 5000 tekens"),
        ({"starts_on-day": "31", "starts_on-month": "2", "starts_on-year": "2027"}, "Deze datum"),
        ({"starts_on-day": "31"}, "Deze datum bestaat niet."),
        ({"themes": "nonsense"}, "nonsense"),
    ],
)
def test_a_wrong_first_page_comes_back_with_what_was_typed(
    client: FlaskClient, wrong: dict[str, str], message: str
) -> None:
    answer = client.post("/initiatieven/nieuw/wat", data={**WHAT, "plan": "Bewaar mij", **wrong})

    assert answer.status_code == 422
    assert message in answer.text
    assert "<title>Fout:" in answer.text
    assert "error-summary" in answer.text
    assert "Bewaar mij" in answer.text or "plan" in wrong
    assert db.session.query(Initiative).count() == 0


def test_the_draft_comes_back_after_the_browser_was_closed(client: FlaskClient) -> None:
    a_town()

    answer = client.post("/initiatieven/nieuw/wat", data=WHAT)

    assert "Expires=" in answer.headers["Set-Cookie"]  # so it outlives the browser
    again = client.post("/initiatieven/nieuw/wat", data=WHAT)
    assert "Expires=" in again.headers["Set-Cookie"]  # and lasts from the last answer on
    assert 'value="Geveltuintjes"' in client.get("/initiatieven/nieuw/wat").text
    assert "Je was al begonnen" in client.get("/initiatieven/nieuw").text


def test_another_browser_does_not_see_the_draft(client: FlaskClient) -> None:
    start(client)
    other = client.application.test_client()

    assert 'value="Geveltuintjes"' not in other.get("/initiatieven/nieuw/wat").text


def test_a_postcode_gives_its_neighbourhoods_to_choose_from(client: FlaskClient) -> None:
    start(client)
    town = a_town()
    db.session.add(Postcode(postcode="2625AB", neighbourhood_id=town.mill.id))
    db.session.add(Postcode(postcode="2625AC", neighbourhood_id=town.harbour.id))
    here, there = town.mill.id, town.harbour.id

    asked = client.post("/initiatieven/nieuw/waar", data={"postcode": "2625", "zoek": "ja"})
    assert (asked.status_code, asked.location) == (303, "/initiatieven/nieuw/waar")
    page = client.get("/initiatieven/nieuw/waar")
    assert "Molenbuurt, Noord, Proefstad" in page.text
    assert f'value="{there}"' in page.text

    answer = client.post(
        "/initiatieven/nieuw/waar",
        data={"postcode": "2625", "neighbourhood_id": here, "place": "Bij de molen"},
    )
    assert (answer.status_code, answer.location) == (303, "/initiatieven/nieuw/wie")
    plan = draft()
    assert (plan.neighbourhood_id, plan.district_id) == (here, a_town().north.id)
    assert plan.place == "Bij de molen"


def test_one_neighbourhood_is_chosen_already_but_can_be_changed(client: FlaskClient) -> None:
    start(client)
    db.session.add(Postcode(postcode="2625AB", neighbourhood_id=a_town().mill.id))
    client.post("/initiatieven/nieuw/waar", data={"postcode": " 2625  ab", "zoek": "ja"})

    page = client.get("/initiatieven/nieuw/waar")

    assert "checked" in page.text
    assert "Ik kies zelf mijn buurt" in page.text


@pytest.mark.parametrize("postcode", ["9999 ZZ", "", "onzin", "0123AB", "1234 AB 5"])
def test_an_unknown_postcode_is_refused_in_words(client: FlaskClient, postcode: str) -> None:
    start(client)

    answer = client.post("/initiatieven/nieuw/waar", data={"postcode": postcode, "zoek": "ja"})

    assert answer.status_code == 422
    assert "We kennen deze postcode hier niet." in answer.text


def test_the_neighbourhood_can_be_chosen_from_the_list(client: FlaskClient) -> None:
    start(client)
    town = a_town()
    page = client.get("/initiatieven/nieuw/waar?zelf=ja")
    assert '<optgroup label="Noord">' in page.text

    answer = client.post(
        "/initiatieven/nieuw/waar?zelf=ja", data={"neighbourhood_id": town.park.id}
    )

    assert answer.status_code == 303
    assert draft().district_id == a_town().south.id


@pytest.mark.parametrize("number", ["", "999999", "district", "-1", "9" * 30])
def test_a_neighbourhood_that_is_not_in_the_list_is_refused(
    client: FlaskClient, number: str
) -> None:
    start(client)
    data = {"neighbourhood_id": a_town().north.id if number == "district" else number}

    answer = client.post("/initiatieven/nieuw/waar?zelf=ja", data=data)

    assert answer.status_code == 422
    assert draft().neighbourhood_id is None


def test_a_visitor_says_who_they_are(client: FlaskClient) -> None:
    start(client)
    page = client.get("/initiatieven/nieuw/wie")
    assert "16 jaar of ouder" in page.text

    answer = client.post("/initiatieven/nieuw/wie", data=VISITOR)

    assert (answer.status_code, answer.location) == (303, "/initiatieven/nieuw/nodig")
    db.session.expire_all()
    registration = db.session.query(Registration).one()
    assert (registration.name, registration.email) == ("Anna", "anna@voorbeeld.example")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"for_whom": ""}, "Vertel voor wie je plan is."),
        ({"name": ""}, "Vul je naam in."),
        ({"name": "x" * 81}, "Gebruik 2 tot 80 tekens voor je naam."),
        ({"email": ""}, "Vul een e-mailadres in."),
        ({"email": "a@b\r\nBcc:x@y"}, "e-mailadres"),
        ({"email": "a@x.nl,b@y.nl"}, "e-mailadres"),
        ({"email": "geen adres"}, "e-mailadres"),
        ({"initiator_kind": "king"}, "keuze"),
    ],
)
def test_a_wrong_third_page_comes_back(
    client: FlaskClient, wrong: dict[str, str], message: str
) -> None:
    start(client)

    answer = client.post("/initiatieven/nieuw/wie", data={**VISITOR, "with_whom": "Buren", **wrong})

    assert answer.status_code == 422
    assert message in answer.text
    assert "Buren" in answer.text
    assert draft().for_whom == ""


def test_what_is_needed_may_stay_empty(client: FlaskClient) -> None:
    start(client)

    answer = client.post("/initiatieven/nieuw/nodig", data={})

    assert (answer.status_code, answer.location) == (303, "/initiatieven/nieuw/controle")


def test_needs_are_kept_as_codes(client: FlaskClient) -> None:
    start(client)

    client.post("/initiatieven/nieuw/nodig", data={"needs": ["money", "space"], "needs_text": "x"})

    assert (draft().needs, draft().needs_text) == (["money", "space"], "x")


@pytest.mark.parametrize(("step", "missing"), [("controle", "waar"), ("controle", "wie")])
def test_the_check_leads_to_the_first_page_without_answers(
    client: FlaskClient, step: str, missing: str
) -> None:
    start(client)
    if missing == "wie":
        data = {"neighbourhood_id": a_town().mill.id}
        client.post("/initiatieven/nieuw/waar?zelf=ja", data=data)

    answer = client.get(f"/initiatieven/nieuw/{step}")

    assert answer.location == f"/initiatieven/nieuw/{missing}"


def test_changing_an_answer_leads_straight_back_to_the_check(client: FlaskClient) -> None:
    start(client)
    client.post("/initiatieven/nieuw/waar?zelf=ja", data={"neighbourhood_id": a_town().mill.id})
    client.post("/initiatieven/nieuw/wie", data=VISITOR)

    check = client.get("/initiatieven/nieuw/controle")
    assert "Stap 5 van 5: Klopt het zo?" in check.text
    assert 'href="/initiatieven/nieuw/wat?terug=controle"' in check.text
    assert "Molenbuurt, wijk Noord, gemeente Proefstad" in check.text
    assert "anna@voorbeeld.example" in check.text

    data = {**WHAT, "title": "Tuintjes"}
    answer = client.post("/initiatieven/nieuw/wat?terug=controle", data=data)
    assert answer.location == "/initiatieven/nieuw/controle"
    assert draft().title == "Tuintjes"


@pytest.mark.parametrize("page", ["waar", "wie", "nodig"])
def test_a_later_page_without_a_draft_still_works(client: FlaskClient, page: str) -> None:
    a_town()

    assert client.get(f"/initiatieven/nieuw/{page}").status_code == 200
    assert client.get("/initiatieven/nieuw/controle").location == "/initiatieven/nieuw"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> x",
        "{{7*7}} {%raw%}",
        "gpj.exe \u202e omgekeerd",
        "'; drop table users; --",
        "👨‍👩‍👧 feest op het plein",
        "Ĳsselstraat é é",
        "\x00nul\r\nregel twee",
    ],
)
def test_odd_text_is_kept_as_text(client: FlaskClient, text: str) -> None:
    answer = client.post("/initiatieven/nieuw/wat", data={"title": text, "summary": text})

    assert answer.status_code == 303
    page = client.get("/initiatieven/nieuw/wat")
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "\u202e" not in draft().title
