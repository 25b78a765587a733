"""Certificates of help on pages and on paper: for the volunteer, organisers, and who holds the paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.volunteering import service
from app.volunteering.models import Certificate
from app.web import pdf
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.capacity import an_organisation
from factories.paper import (
    code_on,
    facts_of,
    inside,
    skip_without_pango,
    skip_without_poppler,
    words_on,
)
from factories.volunteering import a_past_shift, a_place, an_active_initiative

SignedIn = Callable[[User], FlaskClient]
UNKNOWN = "Deze code kennen we niet."


@pytest.fixture
def bilal(signed_in: SignedIn) -> FlaskClient:
    return signed_in(a_person("Bilal"))


@pytest.fixture
def made() -> Certificate:
    """A certificate of Bilal, who helped Anna for an hour and a half."""
    sign_up = a_place(a_past_shift(), "Bilal")
    service.note_attendance(sign_up, 6, version=0, by=a_person("Anna"))
    plan = sign_up.shift.task.initiative
    certificate = service.make_certificate(plan, "Bilal Aydın", by=a_person("Bilal"))
    certificate.code = "ABCDEFGHJKLM"
    db.session.commit()
    return certificate


def test_the_volunteer_asks_for_it_under_the_name_they_write(bilal: FlaskClient) -> None:
    sign_up = a_place(a_past_shift(), "Bilal")
    path = f"/initiatieven/{sign_up.shift.task.initiative_id}/bewijs"
    assert bilal.get(path).status_code == 404
    service.note_attendance(sign_up, 6, version=0, by=a_person("Anna"))
    assert f'href="{path}"' in bilal.get("/mijn/aanmeldingen/geweest").text
    page = bilal.get(path).text
    assert 'value="Bilal"' in page
    for words in ("Schone buurt", "Zwerfvuil prikken", "1 uur en 30 minuten"):
        assert words in page

    wrong = bilal.post(path, data={"name": " "})
    long = bilal.post(path, data={"name": "B" * 81})
    answer = bilal.post(path, data={"name": "Bilal <b>Aydın</b>"})

    assert [one.status_code for one in (wrong, long, answer)] == [422, 422, 303]
    assert "B" * 81 in long.text
    made = db.session.query(Certificate).one()
    assert answer.location == f"/bewijzen/{made.id}"
    assert bilal.post(path, data={"name": "Bilal <b>Aydın</b>"}).location == answer.location
    assert "Bilal &lt;b&gt;Aydın&lt;/b&gt;" in bilal.get(answer.location).text
    assert f'href="{answer.location}"' in bilal.get("/mijn/aanmeldingen/geweest").text


@pytest.mark.parametrize(
    "typed", ["ABCD-EFGH-JKLM", "abcd efgh jklm", "ABCDEFGHJKLM", " abcdefgh-JKLM "]
)
def test_whoever_holds_the_paper_types_the_code_and_reads_that_it_counts(
    client: FlaskClient, made: Certificate, typed: str
) -> None:
    assert client.get("/bewijs").status_code == 200

    answer = client.post("/bewijs", data={"code": typed}, follow_redirects=True)

    assert answer.request.path == "/bewijs/ABCD-EFGH-JKLM"
    assert '<meta name="robots" content="noindex">' in answer.text
    for words in (
        "Ja, dit bewijs geldt", "Bilal Aydın", "Zwerfvuil prikken", "1 uur en 30 minuten",
        "De organisatoren van het plan schreven de uren op.",
    ):  # fmt: skip
        assert words in answer.text
    for too_much in ("Anna", "bilal@", "Molenbuurt"):
        assert too_much not in answer.text
    assert client.get(f"/bewijs/{typed}").status_code == 200


@pytest.mark.parametrize("typed", ["ABCD-EFGH-JKLN", "1", "'; drop", "A" * 5_000, "\u0000", "é"])
def test_another_code_is_unknown_and_stays_as_it_was_typed(
    client: FlaskClient, made: Certificate, typed: str
) -> None:
    answer = client.post("/bewijs", data={"code": typed})

    assert answer.status_code == 422
    assert UNKNOWN in answer.text or "Vul de code in." in answer.text
    assert client.get("/bewijs/ABCD-EFGH-JKLN").status_code == 404
    assert UNKNOWN in client.get("/bewijs/1").text


def test_one_that_was_withdrawn_says_so_and_nothing_else(
    client: FlaskClient, bilal: FlaskClient, made: Certificate
) -> None:
    answer = bilal.post(f"/bewijzen/{made.id}/intrekking", follow_redirects=True)
    page = client.get("/bewijs/ABCD-EFGH-JKLM").text

    assert "Het bewijs is ingetrokken." in answer.text
    assert "Nee, dit bewijs geldt niet meer" in page
    for gone in ("Bilal", "Zwerfvuil", "1 uur en 30"):
        assert gone not in page
    assert bilal.get(f"/bewijzen/{made.id}.pdf").status_code == 409
    assert bilal.post(f"/bewijzen/{made.id}/intrekking").status_code == 303


def test_of_a_plan_that_is_hidden_by_now_it_says_only_that_there_was_one(
    client: FlaskClient, made: Certificate
) -> None:
    made.initiative.hidden_at = clock.now()
    db.session.commit()

    page = client.get("/bewijs/ABCD-EFGH-JKLM").text

    assert "Een plan in de buurt" in page
    assert "Schone buurt" not in page
    assert "Zwerfvuil prikken" not in page


def test_organisers_see_and_withdraw_it_and_nobody_else(
    signed_in: SignedIn, bilal: FlaskClient, made: Certificate
) -> None:
    listed = f"/initiatieven/{made.initiative_id}/bewijzen"
    paths = (f"/bewijzen/{made.id}", f"/bewijzen/{made.id}.pdf", listed)
    for person in (a_person("Vera"), a_coordinator(a_town().north), a_moderator()):
        browser = signed_in(person)
        assert {browser.get(path).status_code for path in paths} <= {403, 404}
        assert browser.post(f"/bewijzen/{made.id}/intrekking").status_code == 404
    assert bilal.get(listed).status_code == 403
    anna = signed_in(a_person("Anna"))
    assert "Bilal Aydın" in anna.get(listed).text
    assert "Download" not in anna.get(paths[0]).text
    assert anna.get(paths[1]).status_code == 403

    anna.post(f"/bewijzen/{made.id}/intrekking")

    assert "(ingetrokken)" in anna.get(listed).text
    assert "Dit bewijs geldt niet meer" in bilal.get(paths[0]).text


def test_a_plan_without_certificates_says_so(signed_in: SignedIn) -> None:
    path = f"/initiatieven/{an_active_initiative().id}/bewijzen"

    assert "Er zijn nog geen bewijzen" in signed_in(a_person("Anna")).get(path).text


def test_a_reader_finds_title_language_tags_and_every_word(
    bilal: FlaskClient, made: Certificate, tmp_path: Path
) -> None:
    skip_without_poppler()
    made.initiative.organisation = an_organisation("Vereniging Molen")
    db.session.commit()

    paper = bilal.get(f"/bewijzen/{made.id}.pdf", headers={"Accept-Language": "ar"}).data

    facts = facts_of(paper, tmp_path)
    assert (facts["Title"], facts["Tagged"]) == ("Bewijs van hulp: Bilal Aydın", "yes")
    assert (facts["Pages"], facts["JavaScript"]) == ("1", "no")
    written = inside(paper)
    for part in (b'pdfuaid:part="1"', b"/Lang (nl)", b"/S /H1", b"/S /H2", b"/Alt ("):
        assert part in written, part
    words = words_on(paper, tmp_path)
    for said in (
        "Bewijs van hulp Bilal Aydın hielp als vrijwilliger bij “Schone buurt”.",
        "Zwerfvuil prikken",
        "1 uur en 30 minuten",
        "De organisatoren van het plan, van Vereniging Molen, schreven de uren op.",
        "/bewijs/ABCD-EFGH-JKLM",
    ):
        assert said in words
    code = code_on(paper, tmp_path)
    assert code.says == "http://127.0.0.1:5000/bewijs/ABCD-EFGH-JKLM"
    assert code.centimetres >= 3


def test_markup_in_a_name_is_only_a_name(
    bilal: FlaskClient, made: Certificate, tmp_path: Path
) -> None:
    skip_without_poppler()
    made.name = '<img src="file:///etc/passwd"> {{ 7 * 7 }}'
    db.session.commit()

    words = words_on(bilal.get(f"/bewijzen/{made.id}.pdf").data, tmp_path)

    assert '<img src="file:///etc/passwd"> {{ 7 * 7 }}' in words


def test_no_browser_or_proxy_keeps_the_paper(bilal: FlaskClient, made: Certificate) -> None:
    skip_without_pango()

    file = bilal.get(f"/bewijzen/{made.id}.pdf")

    assert (file.mimetype, file.headers["Cache-Control"]) == ("application/pdf", "no-store")
    name = "inline; filename=bewijs-ABCDEFGHJKLM.pdf"
    assert file.headers["Content-Disposition"] == name


def test_without_pango_the_page_itself_can_be_printed(
    bilal: FlaskClient, made: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_engine", lambda: None)

    page = bilal.get(f"/bewijzen/{made.id}")
    file = bilal.get(f"/bewijzen/{made.id}.pdf")

    assert "Print daarom deze pagina." in page.text
    assert "(PDF)" not in page.text
    assert (file.status_code, file.location) == (303, f"/bewijzen/{made.id}")
