"""Counts are kept for a minute; every test starts without."""

from collections.abc import Iterator

import pytest

from app.pages.queries import counts


@pytest.fixture(autouse=True)
def nothing_counted(stage: None) -> Iterator[None]:
    counts.forget()
    yield
    counts.forget()
