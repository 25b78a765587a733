"""How help is shared out, for everybody: the page, and the entry for the Algoritmeregister."""

from flask import Flask
from flask.testing import FlaskClient

from app.matching.engine.eligibility import RULES
from app.matching.engine.weights import TABLE, WEIGHTS

PAGE = "/zo-verdelen-we-hulp"
ENTRY = f"{PAGE}/algorithm.json"
IN_THE_STANDARD = {
    *("standard_version", "lang", "name", "organization", "description_short", "status"),
    *("publication_category", "contact_email", "website", "goal", "proportionality"),
    *("human_intervention", "risks", "source_data", "methods_and_models"),
}


def test_everybody_finds_it_from_the_page_about_help(client: FlaskClient) -> None:
    assert f'href="{PAGE}"' in client.get("/hulp").text

    page = client.get(PAGE)

    assert page.status_code == 200
    assert "Een mens beslist." in page.text
    assert page.text.count("<li>Het ") >= 4
    assert f'href="{ENTRY}"' in page.text
    assert f"versie {WEIGHTS.version} van de punten" in page.text


def test_the_entry_has_every_field_and_every_rule(client: FlaskClient, app: Flask) -> None:
    answer = client.get(ENTRY)

    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    entry = answer.get_json()
    assert entry.keys() >= IN_THE_STANDARD
    assert all(entry[field] for field in IN_THE_STANDARD - {"organization", "contact_email"})
    who = entry["organization"], entry["contact_email"]
    assert who == (app.config["MUNICIPALITY"], app.config["CONTACT_EMAIL"])
    assert entry["website"].endswith(PAGE)
    assert client.get(entry["website"]).status_code == 200
    assert len(entry["rules"]["demands"]) == len(RULES)
    assert list(entry["weights"]["thousandths"].values()) == [row.thousandths for row in TABLE]
    assert "\n" not in entry["goal"]


def test_the_entry_is_dutch_whatever_the_reader_speaks(client: FlaskClient) -> None:
    dutch = client.get(ENTRY).get_json()
    client.get("/?taal=en")

    assert client.get(ENTRY).get_json() == dutch
