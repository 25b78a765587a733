"""A chart on a page: a drawing with a name and words, its table, and a file."""

from app.ui import charts
from app.ui.charts import FEW, Column, Figures, Look, Row
from tests.ui.conftest import Rendering, words

PAGE = '{% from "ui/macros/chart.html" import chart %}{{ chart(figures, charts, file) }}'
SVG = "{http://www.w3.org/2000/svg}"
DRAWING = f".//{SVG}svg[@role='img']"
HOSTILE = "<script>alert(1)</script>\" onload='x' & <b>vet"


def figures(look: Look = Look.BARS, *rows: Row) -> Figures:
    """Return figures with hostile names."""
    return Figures(
        code="dagen",
        title=HOSTILE,
        meaning=HOSTILE,
        heading=HOSTILE,
        columns=(Column(HOSTILE), Column("Mensen")),
        rows=rows or (Row(HOSTILE, (3, FEW)), Row("Zuid", (8, 12))),
        look=look,
    )


def test_the_drawing_is_one_image_with_a_name_and_words(rendered: Rendering) -> None:
    for look in Look:
        page = rendered(PAGE, figures=figures(look), charts=charts, file="/x.csv")

        drawing = page.find(DRAWING)
        assert drawing is not None
        named = [
            page.find(f".//*[@id='{one}']")
            for one in (drawing.get("aria-labelledby") or "").split()
        ]
        assert words(named[0]) == HOSTILE
        assert words(named[1]).endswith("Mensen: 12 (Zuid).")
        assert page.find(".//script") is None


def test_beside_it_stand_the_table_and_the_file(rendered: Rendering) -> None:
    page = rendered(PAGE, figures=figures(), charts=charts, file="/x.csv")

    cells = [words(cell) for cell in page.findall(".//tbody/tr/*")]
    assert cells == [HOSTILE, "3", "minder dan 5", "Zuid", "8", "12"]
    link = page.find(".//a[@href='/x.csv']")
    assert words(link) == f"Haal de cijfers op (CSV): {HOSTILE}"


def test_columns_differ_in_more_than_colour_and_the_legend_says_how(rendered: Rendering) -> None:
    page = rendered(PAGE, figures=figures(), charts=charts, file="")

    keys = page.findall(".//ul[@class='chart__legend']/li")
    assert [words(key) for key in keys] == [HOSTILE, "Mensen"]
    assert len({(key.find(f".//{SVG}rect").get("class")) for key in keys}) == 2  # type: ignore[union-attr]


def test_without_anything_to_show_the_page_says_so(rendered: Rendering) -> None:
    page = rendered(PAGE, figures=figures(Look.BARS, Row("Noord", (0, 0))), charts=charts, file="")

    assert page.find(DRAWING) is None
    assert page.find(".//table") is None
    assert words(page.find(".//h3")) == "Hier zijn nog geen cijfers over"
