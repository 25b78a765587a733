"""Personal data on the pages of the registration: each page warns about what is typed there."""

import pytest
from flask.testing import FlaskClient

from app.core.db import db
from app.initiatives.models import Initiative
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


def test_a_phone_number_comes_back_until_the_writer_chooses_to_keep_it(client: FlaskClient) -> None:
    told = {**WHAT, "plan": "Bel me op 06-12345678."}

    for _ in range(2):
        first = client.post("/initiatieven/nieuw/wat", data=told)
        assert first.status_code == 422
        assert "In je tekst staat misschien een telefoonnummer." in first.text
        assert '<a href="#plan">06-12345678</a>' in first.text
        assert "Ik wil dit toch zo plaatsen" in first.text
        assert 'value="phone"' in first.text
        assert ">Bel me op 06-12345678.</textarea>" in first.text.replace("\r\n", "")
        assert "<title>Fout:" not in first.text
    assert db.session.query(Initiative).count() == 0

    second = client.post("/initiatieven/nieuw/wat", data={**told, "noticed": "phone"})
    assert second.status_code == 303
    assert draft().plan == "Bel me op 06-12345678."


def test_another_kind_of_personal_data_warns_again(client: FlaskClient) -> None:
    told = {**WHAT, "plan": "Bel 06-12345678 of mail a@b.nl.", "noticed": "phone"}

    answer = client.post("/initiatieven/nieuw/wat", data=told)

    assert answer.status_code == 422
    assert "In je tekst staat misschien een e-mailadres." in answer.text


def test_a_citizen_service_number_is_refused_at_its_field(client: FlaskClient) -> None:
    told = {**WHAT, "plan": "Mijn BSN is 123456782.", "noticed": "bsn phone"}

    answer = client.post("/initiatieven/nieuw/wat", data=told)

    assert answer.status_code == 422
    assert "<title>Fout:" in answer.text
    assert '<a href="#plan">Hier staat een burgerservicenummer (BSN).' in answer.text
    assert ">Mijn BSN is 123456782.</textarea>" in answer.text.replace("\r\n", "")
    assert db.session.query(Initiative).count() == 0


@pytest.mark.parametrize(
    ("page", "answers"),
    [
        ("waar", {"place": "Bij 2611 JR 14"}),
        (
            "wie",
            {
                "for_whom": "Mail a@b.nl",
                "initiator_kind": "resident",
                "name": "An",
                "email": "a@b.nl",
            },
        ),
        ("nodig", {"needs_text": "Bel 06-12345678"}),
    ],
)
def test_each_page_warns_about_what_is_typed_there(
    client: FlaskClient, page: str, answers: dict[str, str]
) -> None:
    start(client)
    path = f"/initiatieven/nieuw/{page}"
    if page == "waar":
        path, answers = path + "?zelf=ja", {**answers, "neighbourhood_id": str(a_town().mill.id)}

    first = client.post(path, data=answers)

    assert (first.status_code, "Ik wil dit toch zo plaatsen" in first.text) == (422, True)
    kept = "address" if page == "waar" else "email" if page == "wie" else "phone"
    assert client.post(path, data={**answers, "noticed": kept}).status_code == 303
