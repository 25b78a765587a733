"""The button that sends a plan in, pressed twice: one plan, and the sender is signed in."""

from flask.testing import FlaskClient

from app.core.db import db
from app.initiatives.models import InitiativeVersion
from app.initiatives.views.draft import IN_SESSION
from factories.thumbs import lose_the_answer
from initiatives.sending import as_visitor


def test_a_second_click_lands_on_the_confirmation(client: FlaskClient) -> None:
    link = as_visitor(client)
    first = client.post(link)

    assert client.post(link).location == first.location
    assert client.get(link).location == first.location
    assert db.session.query(InitiativeVersion).count() == 1


def test_the_second_click_signs_in_when_the_browser_dropped_the_first_answer(
    client: FlaskClient,
) -> None:
    link = as_visitor(client)
    received = lose_the_answer(client, link)

    assert client.get(link).location == received
    assert client.get(received).status_code == 303
    assert client.post(link).location == received
    assert client.get(received).status_code == 200
    with client.session_transaction() as cookie:
        assert IN_SESSION not in cookie
