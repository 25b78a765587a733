"""The engine has no database and no portal around it, so its tests need no stage."""

import pytest


@pytest.fixture(autouse=True)
def stage() -> None:
    """Take the place of the stage with a database."""
