"""A plan that a phone sends by itself: the same questions and words as page by page, and it arrives once."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.accounts.models import User
from app.areas.models import Area
from app.audit.queries import history
from app.core import tokens
from app.core.db import db
from app.initiatives.models import Initiative, Registration
from factories.accounts import a_person
from factories.areas import a_town

PATH = "/initiatieven/nieuw/offline"
OURS = {"Sec-Fetch-Site": "same-origin"}
SCRIPT = {**OURS, "Accept": "application/json"}


def told(neighbourhood: Area, **changed: str) -> dict[str, str]:
    return {
        "key": tokens.secret(),
        "title": "Geveltuintjes",
        "summary": "We maken samen tuintjes langs de gevels.",
        "themes": "living",
        "neighbourhood_id": str(neighbourhood.id),
        "for_whom": "Alle bewoners",
        "initiator_kind": "group",
        "name": "Anna",
        "email": "Anna@Voorbeeld.example",
        "needs": "materials",
        **changed,
    }


def send(client: FlaskClient, answers: dict[str, str]) -> TestResponse:
    return client.post(PATH, data=answers, headers=SCRIPT)


def plan() -> Initiative:
    db.session.expire_all()
    return db.session.query(Initiative).one()


def test_what_a_phone_sends_is_a_draft_that_waits_for_the_last_look(client: FlaskClient) -> None:
    answers = told(a_town().mill)

    answer = send(client, answers)

    way_on = f"/initiatieven/nieuw/verder/{answers['key']}"
    photos = "/initiatieven/nieuw/offline/fotos?taal=nl"
    assert (answer.status_code, answer.json) == (201, {"address": way_on, "photos": photos})
    assert (plan().title, plan().state, plan().owner_id) == ("Geveltuintjes", "draft", None)
    assert [line.action for line in history("initiatives", plan().id)] == ["initiatives.start"]
    assert client.post(way_on).location == "/initiatieven/nieuw/controle"
    page = client.get("/initiatieven/nieuw/controle").text
    assert "Alle bewoners" in page
    assert "anna@voorbeeld.example" in page


def test_without_scripts_the_browser_goes_on_to_the_draft(client: FlaskClient) -> None:
    answers = told(a_town().mill)

    answer = client.post(PATH, data=answers, headers=OURS)

    assert (answer.status_code, answer.location) == (
        303,
        f"/initiatieven/nieuw/verder/{answers['key']}",
    )


def test_every_page_brings_a_key_of_its_own(client: FlaskClient) -> None:
    pages = {client.get(PATH).text.partition('name="key"')[2][:70] for _ in range(2)}

    assert len(pages) == 2


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"title": ""}, "Geef je plan een naam."),
        ({"neighbourhood_id": ""}, "Kies een buurt."),
        ({"neighbourhood_id": "999999"}, "geldige keuze"),
        ({"for_whom": ""}, "Vertel voor wie je plan is."),
        ({"name": ""}, "Vul je naam in."),
        ({"email": "geen adres"}, "e-mailadres"),
        ({"starts_on-day": "31"}, "Deze datum bestaat niet."),
        ({"key": "kort"}, "Laad deze pagina opnieuw en verstuur je plan dan."),
    ],
)
def test_a_mistake_comes_back_with_everything_that_was_typed(
    client: FlaskClient, wrong: dict[str, str], message: str
) -> None:
    answers = told(a_town().mill, plan="Bewaar mij", **wrong)

    answer = send(client, answers)

    assert answer.status_code == 422
    assert message in answer.text
    assert "<title>Fout:" in answer.text
    assert "error-summary" in answer.text
    assert "Bewaar mij" in answer.text
    assert db.session.query(Initiative).count() == 0


def test_personal_data_are_pointed_out_once(client: FlaskClient) -> None:
    answers = told(a_town().mill, plan="Bel me op 06-12345678.")

    first = send(client, answers)
    second = send(client, {**answers, "noticed": "phone"})

    assert (first.status_code, second.status_code) == (422, 201)
    assert "In je tekst staat misschien een telefoonnummer." in first.text


def test_a_page_of_another_site_cannot_send_anything(client: FlaskClient) -> None:
    answers = told(a_town().mill)

    elsewhere = client.post(PATH, data=answers, headers={"Sec-Fetch-Site": "cross-site"})
    unknown = client.post(PATH, data=answers, headers={"Origin": "https://elders.example"})

    assert (elsewhere.status_code, unknown.status_code) == (403, 403)
    assert db.session.query(Initiative).count() == 0


def test_no_cookie_is_looked_at(signed_in: Callable[[User], FlaskClient]) -> None:
    answers, anna = told(a_town().mill), a_person("Anna")

    send(signed_in(anna), answers)

    assert plan().owner_id is None
    assert db.session.query(User).count() == 1


def test_a_second_time_with_the_same_key_is_the_same_draft_with_the_newest_words(
    client: FlaskClient,
) -> None:
    answers = told(a_town().mill)

    both = [send(client, answers), send(client, {**answers, "title": "Geveltuintjes overal"})]

    assert both[0].json == both[1].json
    assert plan().title == "Geveltuintjes overal"
    assert db.session.query(Registration).count() == 1
    assert [line.action for line in history("initiatives", plan().id)] == ["initiatives.start"]


def test_who_went_on_with_the_draft_keeps_what_they_wrote(client: FlaskClient) -> None:
    answers = told(a_town().mill)
    send(client, answers)
    client.post(f"/initiatieven/nieuw/verder/{answers['key']}")
    changed = {"title": "Tuintjes", "summary": "We maken samen tuintjes langs de gevels."}
    client.post("/initiatieven/nieuw/wat", data=changed)

    late = send(client, answers)

    assert late.status_code == 201
    assert plan().title == "Tuintjes"
