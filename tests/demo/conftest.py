"""The invented town that the tests of this room look at."""

import pytest

from app.demo.geography.city import City, build_city


@pytest.fixture(scope="session")
def city() -> City:
    return build_city(7)
