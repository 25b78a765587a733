"""The catalogue on the web: public to read, for administrators to keep."""

from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.support.models import LegalRegime, SupportKind, SupportType
from factories.accounts import a_coordinator, an_administrator
from factories.areas import a_town
from factories.counting import statements
from factories.support import a_municipality, a_type

SignedIn = Callable[[User], FlaskClient]


def a_filled_form() -> dict[str, str]:
    return {
        "kind": "materials",
        "name": "Aanhanger",
        "description": "Met tafels en banken.",
        "conditions": "Schoon terug.\n\nSamen met je buren.",
        "promised_days": "10",
        "legal_regime": "agreement",
        "max_cents": "",
        "provider_id": str(a_municipality().id),
        "area_id": "0",
    }


def test_everybody_reads_what_there_is_and_how_soon_one_hears(client: FlaskClient) -> None:
    a_type("Buurtgeld", kind=SupportKind.MONEY, promised_days=14, max_cents=500_00)
    a_type("Veldje", area=a_town().north)
    gone = a_type("Schuur")
    gone.withdrawn_on = clock.today()
    db.session.commit()

    page = unescape(client.get("/hulp").text).replace("\u00a0", " ")

    assert page.index("Geld</h2>") < page.index("Ruimte</h2>")
    for words in ("Je krijgt antwoord binnen 2 weken", "Hoogstens € 500,00", "Alleen in Noord"):
        assert words in page
    assert "Schuur" not in page


def test_an_empty_catalogue_says_so(client: FlaskClient) -> None:
    assert "Er staat nog niets in dit overzicht" in client.get("/hulp").text


def test_one_line_has_a_page_with_its_conditions_and_what_the_answer_is(
    client: FlaskClient,
) -> None:
    line = a_type(promised_days=10, regime=LegalRegime.AWB_DECISION)
    db.session.commit()

    page = client.get("/hulp/veldje-gebruiken").text

    for words in (
        "Je houdt het netjes.",
        "Je krijgt antwoord binnen 10 dagen.",
        "Dan kun je bezwaar maken.",
        "Je krijgt deze hulp van Gemeente Proefstad.",
    ):
        assert words in page
    line.withdrawn_on = clock.today()
    db.session.commit()
    assert "Deze hulp kun je niet meer vragen." in client.get("/hulp/veldje-gebruiken").text
    assert client.get("/hulp/bestaat-niet").status_code == 404


def test_the_catalogue_costs_as_many_statements_for_thirty_lines_as_for_one(
    client: FlaskClient,
) -> None:
    a_type()
    one = statements(lambda: client.get("/hulp"))
    for number in range(29):
        a_type(f"Hulp {number}", area=a_town().north)

    assert statements(lambda: client.get("/hulp")) == one <= 12


def test_an_administrator_adds_changes_withdraws_and_restores(signed_in: SignedIn) -> None:
    form = a_filled_form()
    browser = signed_in(an_administrator())

    assert browser.get("/beheer/hulp/nieuw").status_code == 200
    assert browser.post("/beheer/hulp/nieuw", data=form).location == "/beheer/hulp"
    line = db.session.query(SupportType).one()
    assert line.conditions == ["Schoon terug.", "Samen met je buren."]
    assert (line.promised_days, line.legal_regime, line.area_id) == (10, "agreement", None)

    path = f"/beheer/hulp/{line.id}"
    shown = browser.get(path).text
    assert "Schoon terug.\nSamen met je buren." in shown
    change = form | {"max_cents": "250", "version": "1"}
    assert browser.post(path, data=change).status_code == 303
    assert browser.post(f"{path}/intrekking").status_code == 303
    db.session.refresh(line)
    assert (line.max_cents, line.withdrawn_on) == (250_00, clock.today())
    assert "Niet meer aangeboden" in browser.get("/beheer/hulp").text
    assert browser.post(f"{path}/terugplaatsing").status_code == 303
    db.session.refresh(line)
    assert line.withdrawn_on is None


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "Kies wat voor hulp het is."),
        ("name", "", "Geef de hulp een naam."),
        ("promised_days", "0", "Vul een getal in van 1 tot en met 365."),
        ("max_cents", "veel", "Vul een bedrag in, bijvoorbeeld 125,50."),
    ],
)
def test_a_wrong_answer_is_told_and_the_rest_is_kept(
    signed_in: SignedIn, field: str, value: str, sentence: str
) -> None:
    form = a_filled_form() | {field: value}

    page = signed_in(an_administrator()).post("/beheer/hulp/nieuw", data=form)

    assert page.status_code == 422
    assert sentence in page.text
    assert "Met tafels en banken." in page.text


def test_two_administrators_at_once_see_both_versions_and_nothing_is_lost(
    signed_in: SignedIn,
) -> None:
    line, form = a_type(), a_filled_form()
    ada, bo = signed_in(an_administrator()), signed_in(an_administrator("Bo"))
    path = f"/beheer/hulp/{line.id}"
    first = form | {"name": "Plein", "version": "1"}
    second = form | {"name": "Grasveld", "version": "1"}
    assert ada.post(path, data=first).status_code == 303

    page = bo.post(path, data=second)

    assert page.status_code == 409
    for words in ("Iemand anders heeft dit net veranderd", ">Plein<", 'value="Grasveld"'):
        assert words in page.text
    assert 'name="version" type="hidden" value="2"' in page.text
    assert bo.post(path, data=second | {"version": "2"}).status_code == 303
    db.session.refresh(line)
    assert line.name == "Grasveld"


@pytest.mark.parametrize("path", ["/beheer/hulp", "/beheer/hulp/nieuw", "/beheer/hulp/1"])
def test_only_administrators_keep_it(signed_in: SignedIn, client: FlaskClient, path: str) -> None:
    a_type()

    assert signed_in(a_coordinator()).get(path).status_code == 403
    assert client.get(path).status_code == 303
    assert signed_in(an_administrator()).get("/beheer/hulp/999").status_code == 404
