"""Addresses as they stand in messages and on paper."""

import pytest
from flask import Flask

from app.web.addresses import this_page, whole, written


@pytest.mark.parametrize("public", ["https://aanzet.example", "https://aanzet.example/"])
def test_an_address_is_whole_in_a_message_and_short_on_paper(
    app: Flask, monkeypatch: pytest.MonkeyPatch, public: str
) -> None:
    monkeypatch.setitem(app.config, "PUBLIC_URL", public)

    assert whole("short.plan", initiative_id=12) == "https://aanzet.example/i/12"
    assert written("short.plan", initiative_id=12) == "aanzet.example/i/12"


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/initiatieven/nieuw/wat", "/initiatieven/nieuw/wat"),
        ("/initiatieven/nieuw/wat?terug=controle&zoek=a%20b", None),
        ("/wijken/b\u00fcurt", "/wijken/b%C3%BCurt"),
    ],
)
def test_a_form_posts_to_the_page_that_it_stands_on(
    app: Flask, asked: str, address: str | None
) -> None:
    with app.test_request_context(asked):
        assert this_page() == (address or asked)


def test_a_form_never_posts_to_another_site(app: Flask) -> None:
    with app.test_request_context(environ_overrides={"PATH_INFO": "//evil.example/wat"}):
        assert this_page() == "/evil.example/wat"
