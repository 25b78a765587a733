"""Settings that the portal refuses to start with."""

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
