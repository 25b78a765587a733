"""A form that came too late is given back with every word, and never to another site."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from factories.accounts import a_person
from factories.notifications import link_to

OURS = {"Sec-Fetch-Site": "same-origin"}
TYPED = {"name": 'Jo "de bouwer" <Jansen>', "csrf_token": "old"}


@pytest.fixture
def with_tokens(app: Flask) -> Iterator[None]:
    app.config["WTF_CSRF_ENABLED"] = True
    yield
    app.config["WTF_CSRF_ENABLED"] = False


def test_who_is_not_signed_in_any_more_keeps_what_was_typed(client: FlaskClient) -> None:
    answer = client.post("/mijn/gegevens", data=TYPED, headers=OURS)

    assert answer.status_code == 403
    assert "Je bent niet meer ingelogd" in answer.text
    assert 'action="/mijn/gegevens"' in answer.text
    assert "Jo &#34;de bouwer&#34; &lt;Jansen&gt;" in answer.text
    assert 'value="old"' not in answer.text


def test_after_signing_in_the_same_form_arrives(client: FlaskClient) -> None:
    anna = a_person("Anna")
    db.session.commit()
    client.post("/mijn/gegevens", data={"name": "Anna de Wit"}, headers=OURS)

    client.post("/inloggen", data={"email": anna.email})
    client.post(link_to(anna.email))
    answer = client.post("/mijn/gegevens", data={"name": "Anna de Wit"}, headers=OURS)

    assert answer.status_code == 303
    db.session.refresh(anna)
    assert anna.name == "Anna de Wit"


@pytest.mark.usefixtures("with_tokens")
def test_a_form_whose_token_is_too_old_can_be_sent_again(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    answer = signed_in(a_person()).post("/mijn/gegevens", data=TYPED, headers=OURS)

    assert answer.status_code == 400
    assert "Verstuur nog een keer" in answer.text
    assert "Jo &#34;de bouwer&#34; &lt;Jansen&gt;" in answer.text


@pytest.mark.usefixtures("with_tokens")
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:5000"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_of_somebody_else_is_never_given_back(
    signed_in: Callable[[User], FlaskClient], headers: dict[str, str]
) -> None:
    answer = signed_in(a_person()).post("/mijn/gegevens", data=TYPED, headers=headers)

    assert answer.status_code == 400
    assert "Verstuur nog een keer" not in answer.text
    assert "Jansen" not in answer.text


@pytest.mark.usefixtures("with_tokens")
def test_an_older_browser_says_where_the_form_stood_as_well(
    client: FlaskClient, app: Flask
) -> None:
    ours = {"Origin": app.config["PUBLIC_URL"]}
    answer = client.post("/inloggen", data={"email": "anna@voorbeeld.example"}, headers=ours)
    assert 'value="anna@voorbeeld.example"' in answer.text


@pytest.mark.usefixtures("with_tokens")
def test_a_password_is_not_given_back(client: FlaskClient) -> None:
    typed = {"email": "anna@voorbeeld.example", "password": "geheim-woord"}
    answer = client.post("/inloggen/medewerkers", data=typed, headers=OURS)
    assert answer.status_code == 400
    assert "geheim-woord" not in answer.text


def test_a_button_without_a_text_leads_to_the_door(client: FlaskClient) -> None:
    answer = client.post("/uitloggen", headers=OURS)
    assert answer.status_code == 303
