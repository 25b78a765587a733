"""Scripts are built, small, and never in a page itself."""

import re
from pathlib import Path

import pytest

from app.web.face import BUILT, asset
from app.web.templating import APP
from architecture.sources import ROOT

MOST = 9_000  # bytes of scripts on a page, compressed
MOST_ON_DEMAND = {"leaflet.mjs": 40_000}  # what comes only when somebody asks for it, and its bar
TEMPLATES = sorted(APP.rglob("*.html"))
ASKED = re.compile(r'src="\{\{ asset\("([\w-]+\.mjs)"\) \}\}"')
NAMED = re.compile(r'asset\("([\w-]+\.mjs)"\)')
EVERYWHERE = ASKED.findall((APP / "ui" / "page.html").read_text())
PAGES = [path for path in TEMPLATES if ASKED.search(path.read_text())]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_scripts_of_a_page_are_built_and_small(path: Path) -> None:
    names = {*EVERYWHERE, *ASKED.findall(path.read_text())}

    sizes = {name: _sent(name) for name in names}
    assert sum(sizes.values()) <= MOST, sizes


def test_what_comes_on_demand_is_known_and_within_its_bar() -> None:
    texts = [path.read_text() for path in TEMPLATES]
    on_demand = {name for text in texts for name in NAMED.findall(text)} - {
        name for text in texts for name in ASKED.findall(text)
    }

    assert on_demand == set(MOST_ON_DEMAND)
    assert [name for name, most in MOST_ON_DEMAND.items() if _sent(name) > most] == []


def test_no_script_is_written_in_a_page() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in TEMPLATES
        if re.search(r"<script(?![^>]* src=)|\son[a-z]+=|javascript:", path.read_text())
    ]

    assert wrong == [], "the policy of the browser refuses it: write a module in static/js"


def _sent(name: str) -> int:
    """Return the bytes of a built script as they go over the line."""
    return (BUILT / f"{Path(asset(name)).name}.br").stat().st_size
