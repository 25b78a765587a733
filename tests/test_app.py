"""The house opens, and its front page answers."""

from flask.testing import FlaskClient


def test_the_front_page_answers(client: FlaskClient) -> None:
    assert client.get("/").status_code == 200


def test_an_unknown_address_gets_a_calm_page(client: FlaskClient) -> None:
    answer = client.get("/bestaat-niet")

    assert answer.status_code == 404
    assert "We kunnen deze pagina niet vinden" in answer.text
