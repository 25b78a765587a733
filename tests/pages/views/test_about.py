"""The pages about the portal answer everybody."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/over", "/privacy", "/toegankelijkheid", "/contact"])
def test_a_page_about_the_portal_is_for_everybody(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_security_txt_names_a_contact_and_an_end(client: FlaskClient) -> None:
    lines = client.get("/.well-known/security.txt").text.splitlines()

    assert [line.partition(":")[0] for line in lines] == [
        "Contact",
        "Expires",
        "Preferred-Languages",
        "Canonical",
    ]


def test_a_reader_can_choose_english_and_it_stays(client: FlaskClient) -> None:
    client.get("/over?taal=en")

    assert 'lang="en"' in client.get("/contact").text


def test_every_answer_carries_a_strict_policy(client: FlaskClient) -> None:
    policy = client.get("/bestaat-niet").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
