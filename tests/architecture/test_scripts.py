"""Scripts are built, small, and never in a page itself."""

import re
from pathlib import Path

import pytest

from app.web.face import BUILT, asset
from app.web.templating import APP
from architecture.sources import ROOT

MOST = 9_000  # bytes of scripts on a page, compressed
TEMPLATES = sorted(APP.rglob("*.html"))
ASKED = re.compile(r'asset\("([\w-]+\.mjs)"\)')
EVERYWHERE = ASKED.findall((APP / "ui" / "page.html").read_text())
PAGES = [path for path in TEMPLATES if ASKED.search(path.read_text())]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_scripts_of_a_page_are_built_and_small(path: Path) -> None:
    names = {*EVERYWHERE, *ASKED.findall(path.read_text())}

    sizes = {name: (BUILT / f"{Path(asset(name)).name}.br").stat().st_size for name in names}

    assert sum(sizes.values()) <= MOST, sizes


def test_no_script_is_written_in_a_page() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in TEMPLATES
        if re.search(r"<script(?![^>]* src=)|\son[a-z]+=|javascript:", path.read_text())
    ]

    assert wrong == [], "the policy of the browser refuses it: write a module in static/js"
