"""Style sheets know start and end, never left and right: a page in Arabic is read from the right."""

import re
from pathlib import Path

import pytest

from app.web.face import BUILT, asset
from architecture.sources import APP, name_of

PAPER = {
    "poster.css",
    "certificate.css",
    "letter-1.css",
    "paper_list.css",
}  # their sheets are laid out by a program that knows no start and end
SHEETS = sorted(path for path in (APP / "static" / "css").glob("*.css") if path.name not in PAPER)
SIDES = re.compile(r"(?<![\w-])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|:\s*(?:left|right)\s*;")
FOUR = re.compile(r"(?<![\w-])(?:padding|margin|inset):\s*([^;]+);")
VALUE = re.compile(r"[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s]+")


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_a_style_sheet_works_from_right_to_left(sheet: Path) -> None:
    words = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
    lopsided = [
        found.group(0)
        for found in FOUR.finditer(words)
        if len(values := VALUE.findall(found.group(1))) == 4 and values[1] != values[3]
    ]

    assert SIDES.findall(words) + lopsided == [], "say -inline-start or -inline-end"


def test_the_sheet_of_the_map_asks_only_for_tokens_that_every_page_has() -> None:
    own, everywhere = (
        (BUILT / Path(asset(name)).name).read_text() for name in ("map.css", "app.css")
    )

    assert set(re.findall(r"var\((--[\w-]+)", own)) <= set(re.findall(r"(--[\w-]+):", everywhere))
