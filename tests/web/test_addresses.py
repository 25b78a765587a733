"""Addresses as they stand in messages and on paper."""

import pytest
from flask import Flask

from app.web.addresses import whole, written


@pytest.mark.parametrize("public", ["https://aanzet.example", "https://aanzet.example/"])
def test_an_address_is_whole_in_a_message_and_short_on_paper(
    app: Flask, monkeypatch: pytest.MonkeyPatch, public: str
) -> None:
    monkeypatch.setitem(app.config, "PUBLIC_URL", public)

    assert whole("short.plan", initiative_id=12) == "https://aanzet.example/i/12"
    assert written("short.plan", initiative_id=12) == "aanzet.example/i/12"
