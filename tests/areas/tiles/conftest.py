"""Fetching and keeping tiles asks no database: these tests run beside one of them only."""

import pytest

from app.core.db import db


@pytest.fixture(autouse=True)
def once(stage: None) -> None:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("tiles are files: they are tested beside SQLite")
