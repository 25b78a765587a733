"""Aanzet: a participation portal for Dutch neighbourhoods."""

from collections.abc import Mapping
from pathlib import Path

from flask import Flask

import config
from app import wiring


def create_app(settings: Mapping[str, object] | None = None) -> Flask:
    """Return the portal, ready to serve; ``settings`` go before those of the environment."""
    app = Flask(__name__, instance_path=str(config.ROOT / "instance"), static_folder=None)
    app.config.from_mapping(config.read(Path(app.instance_path)))
    app.config.from_mapping(settings or {})
    config.check(app.config)
    wiring.open_house(app)
    return app
