"""The pages of the archive, from the list to the yes, and who gets in."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.looks import Look, Why
from app.accounts.models import User
from app.archive import service
from app.core import clock
from app.core.db import db
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, an_administrator
from factories.archive import an_auditor, refused

SignedIn = Callable[[User], FlaskClient]


@pytest.fixture
def ada(signed_in: SignedIn) -> FlaskClient:
    return signed_in(an_administrator())


def test_an_empty_archive_says_so(ada: FlaskClient) -> None:
    page = ada.get("/archief").text

    assert "Niets is over zijn bewaartijd" in page
    assert "Maak een vernietigingslijst" not in page


def test_from_the_list_to_the_yes_of_a_colleague(ada: FlaskClient, signed_in: SignedIn) -> None:
    request = refused()
    reference, writer = str(request.reference), request.author_id
    page = ada.get("/archief").text
    assert "1 dossier is over zijn bewaartijd." in page
    assert reference in page

    page = ada.post("/archief/lijsten", follow_redirects=True)
    path = page.request.path
    assert "Daarom geeft iemand anders akkoord." in page.text
    assert "en van elk dossier alle gegevens" in ada.get(f"{path}/bestand").text
    taken = ada.post(f"{path}/bestand")
    assert (taken.mimetype, taken.headers["Cache-Control"]) == ("application/zip", "no-store")
    assert db.session.query(Look).filter_by(person_id=writer, why=Why.ARCHIVE).count() == 1

    otto = signed_in(an_auditor())
    assert "Na je akkoord is 1 dossier voor altijd weg." in otto.get(f"{path}/akkoord").text
    unread = otto.post(f"{path}/akkoord")
    assert unread.status_code == 422
    done = otto.post(f"{path}/akkoord", data={"checked": "y"}, follow_redirects=True)
    assert "1 dossier is vernietigd." in done.text
    assert reference in done.text
    assert db.session.query(SupportRequest).count() == 0
    assert otto.post(f"{path}/akkoord", data={"checked": "y"}).status_code == 409
    assert otto.get(f"{path}/bestand").status_code == 404


def test_a_file_is_kept_longer_with_a_reason_and_a_day(ada: FlaskClient) -> None:
    refused()
    one = service.make(by=an_administrator())
    (line,) = one.lines
    path = f"/archief/lijsten/{one.id}"
    day = clock.today() + timedelta(days=400)

    wrong = ada.post(f"{path}/{line.id}/langer", data={"until": "2020-01-01", "reason": "Zaak."})
    assert wrong.status_code == 422
    assert "Kies een dag die nog moet komen." in wrong.text
    assert "Zaak." in wrong.text
    kept = {"until": day.isoformat(), "reason": "Er loopt een zaak."}
    page = ada.post(f"{path}/{line.id}/langer", data=kept, follow_redirects=True).text
    assert "Dit dossier blijft bewaard." in page
    assert "Er loopt een zaak." in page
    assert ada.get(f"{path}/{line.id}/langer").status_code == 404


def test_a_list_is_put_aside(ada: FlaskClient) -> None:
    refused()
    one = service.make(by=an_administrator())

    page = ada.post(f"/archief/lijsten/{one.id}/weg", follow_redirects=True).text

    assert "Er is niets vernietigd." in page
    assert "1 dossier is over zijn bewaartijd." in page


def test_only_who_keeps_the_archive_gets_in(signed_in: SignedIn) -> None:
    refused()
    one = service.make(by=an_administrator())
    (line,) = one.lines
    otto = signed_in(an_auditor())

    assert signed_in(a_coordinator()).get("/archief").status_code == 403
    assert otto.get(f"/archief/lijsten/{one.id}").status_code == 200
    assert otto.get(f"/archief/lijsten/{one.id}/{line.id}/langer").status_code == 403
    assert otto.post(f"/archief/lijsten/{one.id}/weg").status_code == 403
    assert otto.post("/archief/lijsten").status_code == 403
    assert otto.get("/archief/lijsten/999").status_code == 404
