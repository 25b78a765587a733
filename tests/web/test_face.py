"""A municipality gives the portal its face with one file and a setting."""

import re
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.web.face import WrongFile, face, themes

THEMES = Path(__file__).resolve().parents[2] / "app" / "static" / "themes"
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'
)
COLOURS = ".aanzet-theme { --aanzet-band: #3a2c1e }"


def a_portal(**settings: str) -> Flask:
    return create_app({"SQLALCHEMY_DATABASE_URI": "sqlite://", "TESTING": True, **settings})


def head_of(app: Flask) -> str:
    return app.test_client().get("/over").text.partition("</head>")[0]


def links_in(head: str, kind: str) -> list[str]:
    return re.findall(rf'<link rel="{kind}" href="([^"]+)"', head)


def test_without_settings_there_is_one_stylesheet_and_our_mark() -> None:
    head = head_of(a_portal())

    assert [Path(link).name.partition(".")[0] for link in links_in(head, "stylesheet")] == ["app"]
    assert Path(links_in(head, "icon")[0]).name.startswith("mark.")


def test_an_own_file_comes_after_ours_and_is_kept_by_browsers(tmp_path: Path) -> None:
    own = tmp_path / "rietmonde.css"
    own.write_text(COLOURS)
    app = a_portal(THEME=str(own))

    address = links_in(head_of(app), "stylesheet")[1]

    assert re.fullmatch(r"/static/rietmonde\.[0-9a-f]{10}\.css", address)
    with app.test_client().get(address) as answer:
        assert (answer.status_code, answer.mimetype, answer.text) == (200, "text/css", COLOURS)
        assert "immutable" in answer.headers["Cache-Control"]


def test_a_changed_file_gets_another_address(tmp_path: Path) -> None:
    own = tmp_path / "rietmonde.css"
    own.write_text(COLOURS)
    before = face(str(own), "").stylesheet
    own.write_text(COLOURS.replace("3a2c1e", "123a6b"))

    assert face(str(own), "").stylesheet != before


def test_a_logo_and_the_name_of_the_municipality_stand_in_the_head_of_every_page(
    tmp_path: Path,
) -> None:
    own = tmp_path / "wapen.svg"
    own.write_text(LOGO)
    app = a_portal(LOGO=str(own), MUNICIPALITY="Gemeente Rietmonde")

    page = app.test_client().get("/over").text
    address = links_in(page, "icon")[0]

    assert page.count(address) == 2
    assert "Gemeente Rietmonde" in page.partition("<main")[0]
    with app.test_client().get(address) as picture:
        assert (picture.mimetype, picture.text) == ("image/svg+xml", LOGO)


@pytest.mark.parametrize(
    "settings", [{"THEME": "/nowhere/a.css"}, {"THEME": "duin"}, {"LOGO": "a.gif"}]
)
def test_the_portal_does_not_start_with_a_file_that_is_not_there(settings: dict[str, str]) -> None:
    with pytest.raises(WrongFile, match=f"AANZET_{next(iter(settings))}"):
        a_portal(**settings)


def test_the_themes_that_come_with_the_portal_are_chosen_by_name() -> None:
    assert themes() == sorted(path.stem for path in THEMES.glob("*.css")) == ["kust", "veen"]

    stylesheets = links_in(head_of(a_portal(THEME="kust")), "stylesheet")

    assert Path(stylesheets[1]).name.startswith("kust.")


@pytest.mark.parametrize("name", themes())
def test_a_theme_says_every_colour_for_the_day_and_for_the_night(name: str) -> None:
    day, night = (THEMES / f"{name}.css").read_text().split("@media", 1)
    colours = re.compile(r"(--[\w-]+): #")

    assert set(colours.findall(day)) <= set(colours.findall(night))
