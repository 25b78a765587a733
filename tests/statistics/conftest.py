"""Counts are kept for a minute; every test starts without."""

from collections.abc import Iterator

import pytest

from app.statistics import counted


@pytest.fixture(autouse=True)
def nothing_counted(stage: None) -> Iterator[None]:
    counted.forget()
    yield
    counted.forget()
