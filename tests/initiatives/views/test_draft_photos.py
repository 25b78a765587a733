"""Photos at a draft: from the page on which the answers are checked, without an account."""

from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.core.db import db
from app.initiatives import queries
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from factories.areas import a_town
from factories.photos import a_file, drawn

PAGE = "/initiatieven/nieuw/fotos"
ALT = "Drie mensen zetten planten in een bak"


@pytest.fixture
def writer(client: FlaskClient) -> FlaskClient:
    """Return the browser of a visitor who answered everything."""
    base = "/initiatieven/nieuw"
    client.post(f"{base}/wat", data={"title": "Tuintjes", "summary": "We maken samen tuintjes."})
    place = {"neighbourhood_id": a_town().mill.id}
    client.post(f"{base}/waar?zelf=ja", data=place)
    who = {"for_whom": "Iedereen", "initiator_kind": "resident"}
    known = {"name": "Sanne", "email": "sanne@voorbeeld.example"}
    client.post(f"{base}/wie", data={**who, **known})
    return client


def send(browser: FlaskClient, content: bytes | None = None) -> TestResponse:
    file = (BytesIO(content or a_file()), "IMG_0001.jpg")
    return browser.post(PAGE, data={"file": file, "alt": ALT}, content_type="multipart/form-data")


def test_the_check_leads_to_the_photos_and_reads_them_back(writer: FlaskClient) -> None:
    check = writer.get("/initiatieven/nieuw/controle").text
    assert ("Nog geen" in check, f'href="{PAGE}"' in check) == (True, True)

    assert send(writer).location == PAGE

    page = writer.get(PAGE).text
    assert "De foto staat bij je plan." in page
    assert "Klaar: terug naar je antwoorden" in page
    assert ALT in writer.get("/initiatieven/nieuw/controle").text


def test_only_the_browser_that_writes_the_draft_sees_its_photo(
    app: Flask, writer: FlaskClient
) -> None:
    send(writer)
    file = f"/initiatieven/fotos/{db.session.query(Photo).one().id}/480.webp"

    assert writer.get(file).status_code == 200
    assert writer.get(file).headers["Cache-Control"] == "private, no-store"
    assert app.test_client().get(file).status_code == 404


def test_a_bad_file_is_refused_and_the_draft_is_as_it_was(writer: FlaskClient) -> None:
    answer = send(writer, b"geen foto")

    assert (answer.status_code, "niet openen" in answer.text) == (422, True)
    assert f'value="{ALT}"' in answer.text
    assert db.session.query(Photo).count() == 0


def test_a_photo_is_taken_away_once(writer: FlaskClient) -> None:
    send(writer)
    end = f"{PAGE}/{db.session.query(Photo).one().id}/einde"

    for _press in range(2):
        assert writer.post(end).location == PAGE

    assert db.session.query(Photo).count() == 0


def test_a_full_draft_has_no_form(writer: FlaskClient) -> None:
    for colour in ("navy", "teal", "olive"):
        send(writer, a_file(picture=drawn(colour=colour)))

    assert 'type="file"' not in writer.get(PAGE).text
    assert send(writer).status_code == 422
    assert len(queries.photos_of(db.session.query(Initiative).one())) == 3


def test_without_a_draft_one_begins_at_the_beginning(client: FlaskClient) -> None:
    assert client.get(PAGE).location == "/initiatieven/nieuw"
    assert send(client).location == "/initiatieven/nieuw"
    assert client.post(f"{PAGE}/1/einde").status_code == 404
