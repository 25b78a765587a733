"""Coming back to a draft: later, on another device, or after signing in."""

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative, Registration
from app.notifications.models import Message
from factories.accounts import a_person
from factories.areas import a_town
from factories.notifications import link_to
from initiatives.sending import CHECK, fill_in

SignedIn = Callable[[User], FlaskClient]
NEEDED = "/initiatieven/nieuw/nodig"


def test_the_draft_can_be_opened_on_another_device(client: FlaskClient) -> None:
    fill_in(client, name="Anna", email="anna@voorbeeld.example")
    page = client.get("/initiatieven/nieuw/bewaren")
    assert "bewaard tot en met" in page.text
    client.post("/initiatieven/nieuw/bewaren", data={"email": "anna@voorbeeld.example"})
    link = link_to("anna@voorbeeld.example")
    phone = client.application.test_client()

    assert "Geveltuintjes" in phone.get(link).text
    assert 'value="Geveltuintjes"' not in phone.get("/initiatieven/nieuw/wat").text
    answer = phone.post(link)

    assert answer.location == NEEDED  # the first page that was not answered yet
    assert 'value="Geveltuintjes"' in phone.get("/initiatieven/nieuw/wat").text


def test_the_link_to_a_draft_dies_with_it(client: FlaskClient) -> None:
    fill_in(client, name="Anna", email="anna@voorbeeld.example")
    client.post("/initiatieven/nieuw/bewaren", data={"email": "anna@voorbeeld.example"})
    link = link_to("anna@voorbeeld.example")
    db.session.query(Registration).update({"expires_at": clock.now() - timedelta(seconds=1)})

    assert client.get(link).status_code == 404
    assert client.get("/initiatieven/nieuw/bewaren").location == "/initiatieven/nieuw"


def test_a_wrong_address_to_keep_the_draft_is_refused(client: FlaskClient) -> None:
    fill_in(client, name="Anna", email="anna@voorbeeld.example")

    answer = client.post("/initiatieven/nieuw/bewaren", data={"email": "geen adres"})

    assert answer.status_code == 422
    assert db.session.query(Message).count() == 0


def test_nobody_is_mailed_links_to_drafts_of_others_all_day(client: FlaskClient) -> None:
    fill_in(client, name="Anna", email="anna@voorbeeld.example")
    answers = [
        client.post("/initiatieven/nieuw/bewaren", data={"email": "vreemd@voorbeeld.example"})
        for _ in range(3)
    ]

    assert [answer.status_code for answer in answers] == [303, 303, 422]
    assert "We hebben dit adres vandaag al genoeg gemaild." in answers[2].text
    assert 'value="vreemd@voorbeeld.example"' in answers[2].text
    assert db.session.query(Message).count() == 2


def test_who_is_signed_in_may_mail_their_own_address(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    browser = signed_in(anna)
    fill_in(browser)

    for _ in range(4):
        sent = browser.post("/initiatieven/nieuw/bewaren", data={"email": anna.email})
        assert sent.status_code == 303


def test_somebody_signed_in_finds_the_draft_from_another_device(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    fill_in(signed_in(anna))
    phone = signed_in(anna)
    number = db.session.query(Registration).one().id

    assert "Ga verder met dit plan" in phone.get("/initiatieven/nieuw").text
    assert phone.post("/initiatieven/nieuw", data={"concept": number}).location == NEEDED
    assert 'value="Geveltuintjes"' in phone.get("/initiatieven/nieuw/wat").text


def test_a_draft_of_another_person_cannot_be_opened_by_number(signed_in: SignedIn) -> None:
    fill_in(signed_in(a_person("Anna")))
    number = db.session.query(Registration).one().id

    answer = signed_in(a_person("Bilal")).post("/initiatieven/nieuw", data={"concept": number})

    assert answer.status_code == 404


def test_an_address_to_come_back_with_is_not_yet_a_name(client: FlaskClient) -> None:
    client.post(
        "/initiatieven/nieuw/wat", data={"title": "Tuintjes", "summary": "Langs de gevels."}
    )
    client.post("/initiatieven/nieuw/bewaren", data={"email": "anna@voorbeeld.example"})
    neighbourhood = {"neighbourhood_id": a_town().mill.id}
    client.post("/initiatieven/nieuw/waar?zelf=ja", data=neighbourhood)
    db.session.query(Initiative).one().for_whom = "Iedereen"

    assert client.get(CHECK).location == "/initiatieven/nieuw/wie"
    assert "anna@voorbeeld.example" in client.get("/initiatieven/nieuw/wie").text
