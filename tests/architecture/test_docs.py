"""What the documentation points at is there: every link between its pages, and every test that it names."""

import re
from pathlib import Path

import pytest

from architecture.sources import ROOT

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")
NAMED = re.compile(r"`((?:\w+/)+\w+\.py)(?:::(test_\w+))?`")
UX, ASVS = ROOT / "docs" / "ux.md", ROOT / "docs" / "asvs.md"
SHOWN = {shown for page in (UX, ASVS) for shown in NAMED.findall(page.read_text("utf-8"))}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_leads_to_something(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(("path", "name"), sorted(SHOWN))
def test_a_test_that_shows_what_is_promised_is_there(path: str, name: str) -> None:
    file = ROOT / "tests" / path

    assert file.is_file()
    assert f"def {name}" in file.read_text("utf-8")


@pytest.mark.parametrize(("page", "last"), [(UX, 39), (ASVS, 76)], ids=["ux", "asvs"])
def test_every_line_of_the_design_has_a_row(page: Path, last: int) -> None:
    rows = re.findall(r"^\| (\d+) \|", page.read_text("utf-8"), re.MULTILINE)

    assert rows == [str(number) for number in range(1, last + 1)]
