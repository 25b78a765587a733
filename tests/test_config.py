"""Settings that the portal refuses to start with."""

from pathlib import Path

import pytest
from flask import Flask

import config


@pytest.mark.parametrize(
    "template",
    [
        "",
        config.TILES,
        "http://tiles.intern:8080/{z}/{x}/{y}",
        "https://tiles.example/wmts/{z}/{y}/{x}.png?key=abc",
    ],
)
def test_tiles_come_from_one_host(app: Flask, template: str) -> None:
    settings = app.config.__class__(app.root_path, {**app.config, "TILES": template})

    config.check(settings)


@pytest.mark.parametrize(
    "template",
    [
        "https://{z}.tiles.example/{x}/{y}",
        "https://tiles.example/{z}/{x}",
        "https://tiles.example/{z}/{x}/{x}",
        "https://tiles.example/{z}/{x}/{y}/{s}",
        "https://tiles.example/{z}/{x}/{y}/{0.__class__}",
        "https://somebody:secret@tiles.example/{z}/{x}/{y}",
        "file:///etc/{z}/{x}/{y}",
        "tiles.example/{z}/{x}/{y}",
        "https:///{z}/{x}/{y}",
    ],
)
def test_an_address_of_tiles_that_could_lead_anywhere_is_refused(app: Flask, template: str) -> None:
    settings = app.config.__class__(app.root_path, {**app.config, "TILES": template})

    with pytest.raises(config.WrongSettings, match="AANZET_TILES"):
        config.check(settings)


def test_another_word_for_the_second_factor_is_refused(app: Flask) -> None:
    settings = app.config.__class__(app.root_path, {**app.config, "STAFF_SECOND_FACTOR": "off"})

    with pytest.raises(config.WrongSettings, match="AANZET_STAFF_SECOND_FACTOR"):
        config.check(settings)


@pytest.mark.parametrize(
    ("environment", "asked"), [("production", "obligatory"), ("development", "optional")]
)
def test_production_asks_staff_for_a_second_factor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: str, asked: str
) -> None:
    monkeypatch.setenv("AANZET_ENV", environment)
    monkeypatch.delenv("AANZET_STAFF_SECOND_FACTOR", raising=False)

    assert config.read(tmp_path)["STAFF_SECOND_FACTOR"] == asked


def test_production_does_not_trust_the_key_of_a_laptop_as_an_old_one(app: Flask) -> None:
    needed = {"PRODUCTION": True, "SECRET_KEY": "own", "TRUSTED_HOSTS": ["aanzet.example"]}
    needed |= {"PUBLIC_URL": "https://aanzet.example", "MAIL_URL": "smtp://localhost"}
    settings = app.config.__class__(app.root_path, {**app.config, **needed})
    config.check(settings)

    settings["SECRET_KEY_FALLBACKS"] = [config.DEVELOPMENT_KEY]
    with pytest.raises(config.MissingSettings, match="AANZET_SECRET_KEY"):
        config.check(settings)


@pytest.mark.parametrize("name", ["STAFF_IDLE_MINUTES", "RESIDENT_IDLE_DAYS"])
def test_nobody_is_signed_out_at_once(app: Flask, name: str) -> None:
    settings = app.config.__class__(app.root_path, {**app.config, name: 0})

    with pytest.raises(config.WrongSettings, match=name):
        config.check(settings)
