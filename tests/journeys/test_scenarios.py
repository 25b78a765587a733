"""The page that says which test shows what is true: every test that it names is there."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
PAGE = TESTS.parent / "docs" / "scenarios.md"
NAMED = re.findall(r"`([a-z0-9_/]+\.py)(?:::(test_\w+))?`", PAGE.read_text("utf-8"))


def test_the_page_names_tests() -> None:
    assert len(NAMED) > 50


@pytest.mark.parametrize(("path", "name"), sorted(set(NAMED)))
def test_a_test_that_is_named_exists(path: str, name: str) -> None:
    file = TESTS / path

    assert file.is_file(), f"docs/scenarios.md names {path}, which is not there"
    assert not name or f"def {name}(" in file.read_text("utf-8"), f"{path} has no {name}"
