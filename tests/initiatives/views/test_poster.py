"""A poster on paper: who can make one, what it says, and that a phone can read it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.initiatives import service
from app.initiatives.lifecycle import ACTIVE, State
from app.initiatives.models import Initiative
from app.web import pdf
from app.web.pieces import _remembered
from factories.accounts import a_moderator, a_person
from factories.initiatives import an_initiative
from factories.paper import (
    code_on,
    facts_of,
    inside,
    skip_without_pango,
    skip_without_poppler,
    words_on,
)

SignedIn = Callable[[User], FlaskClient]
SIZES = {"a4": "595.276 x 841.89 pts (A4)", "a5": "419.528 x 595.276 pts"}


@pytest.fixture
def made() -> None:
    skip_without_pango()


@pytest.fixture
def read() -> None:
    skip_without_poppler()


@pytest.fixture
def far_away(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The portal has an address on the internet; pieces with another one are forgotten."""
    monkeypatch.setitem(app.config, "PUBLIC_URL", "https://aanzet.example")
    _remembered.cache_clear()
    yield
    _remembered.cache_clear()


def a_plan(title: str = "Geveltuintjes", summary: str = "We maken tuintjes.") -> Initiative:
    initiative = an_initiative(title=title)
    initiative.summary, initiative.needs = summary, ["money", "volunteers"]
    return initiative


def path_of(initiative: Initiative, size: str = "a4") -> str:
    return f"/initiatieven/{initiative.id}/poster/{size}.pdf"


@pytest.mark.usefixtures("read", "far_away")
@pytest.mark.parametrize("size", SIZES)
def test_a_phone_reads_the_code_from_plain_paper(
    client: FlaskClient, tmp_path: Path, size: str
) -> None:
    initiative = a_plan()

    code = code_on(client.get(path_of(initiative, size)).data, tmp_path)

    assert code.says == f"https://aanzet.example/i/{initiative.id}"
    assert code.centimetres >= 3


@pytest.mark.usefixtures("read", "far_away")
@pytest.mark.parametrize("size", SIZES)
def test_it_is_one_page_that_says_what_the_plan_says(
    client: FlaskClient, tmp_path: Path, size: str
) -> None:
    initiative = a_plan()

    paper = client.get(path_of(initiative, size)).data

    facts = facts_of(paper, tmp_path)
    assert (facts["Pages"], facts["Page size"]) == ("1", SIZES[size])
    words = words_on(paper, tmp_path).replace("• ", "")
    assert words.startswith(
        "Een plan in de buurt Molenbuurt Geveltuintjes We maken tuintjes. Wat is er nodig? "
        "Mensen die meehelpen Geld Waar? De stoep aan de Molenstraat Doe je mee? "
        f"Scan de code of ga naar: aanzet.example/i/{initiative.id} Daar kun je ook iets vragen."
    )
    assert words.count(f"aanzet.example/i/{initiative.id}") == 1 + 7


@pytest.mark.usefixtures("read")
def test_a_screen_reader_finds_title_language_and_tags(client: FlaskClient, tmp_path: Path) -> None:
    paper = client.get(path_of(a_plan())).data

    facts = facts_of(paper, tmp_path)
    assert (facts["Title"], facts["Tagged"], facts["JavaScript"]) == ("Geveltuintjes", "yes", "no")
    written = inside(paper)
    for part in (b'pdfuaid:part="1"', b"/Lang (nl)", b"/Marked true", b"/S /H1", b"/S /H2"):
        assert part in written, part
    assert written.count(b"/S /Figure") == written.count(b"/Alt (") == 3


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Samen koken voor de hele straat op zaterdag in het oude buurthuis aan de plas!!!", "eten " * 60),
        ("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikantenvereinigung", "x" * 300),
        ("<script>alert(1)</script> & \"thee\"", "<img src=file:///etc/passwd> {{ 7 * 7 }}"),
        ("حديقة الحي للجميع", "نزرع معا الخضروات والزهور في الحي."),
    ],
    ids=["long", "one word", "markup", "right to left"],
)  # fmt: skip
def test_every_title_and_summary_is_there_as_a_whole(
    client: FlaskClient, tmp_path: Path, title: str, summary: str
) -> None:
    paper = client.get(path_of(a_plan(title, summary))).data

    letters = sorted(words_on(paper, tmp_path).replace("\u2010", "").replace(" ", ""))
    for letter in set(title + summary) - {" "}:
        assert letters.count(letter) >= (title + summary).count(letter), letter
    assert facts_of(paper, tmp_path)["Pages"] == "1"
    assert code_on(paper, tmp_path).centimetres >= 3


@pytest.mark.usefixtures("read")
def test_emoji_stay_off_paper_except_when_there_is_nothing_else(
    client: FlaskClient, tmp_path: Path
) -> None:
    paper = client.get(path_of(a_plan("🌻 Zon 👩‍👩‍👧 en maan", "🌻"))).data

    assert "Molenbuurt Zon en maan" in words_on(paper, tmp_path)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("state", sorted(State))
def test_only_a_plan_that_goes_on_can_be_hung_up(
    client: FlaskClient, signed_in: SignedIn, state: State
) -> None:
    initiative = an_initiative(state=state)
    expected = 200 if state in ACTIVE else 404

    for path in (f"/initiatieven/{initiative.id}/poster", path_of(initiative)):
        assert client.get(path).status_code == expected, path
        assert signed_in(a_person("Anna")).get(path).status_code == expected, path


@pytest.mark.usefixtures("made")
def test_a_plan_that_is_hidden_loses_its_poster_at_once(client: FlaskClient) -> None:
    initiative = a_plan()
    tag = client.get(path_of(initiative)).headers["ETag"]
    assert client.get(path_of(initiative), headers={"If-None-Match": tag}).status_code == 304

    service.hide(initiative, by=a_moderator(), reason="Namen van kinderen.")
    db.session.commit()

    for path in (f"/initiatieven/{initiative.id}/poster", path_of(initiative)):
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 404, path


@pytest.mark.parametrize("size", ["a3", "A4", "..", "a4.pdf"])
def test_there_is_no_other_paper(client: FlaskClient, size: str) -> None:
    assert client.get(path_of(a_plan(), size)).status_code == 404


@pytest.mark.usefixtures("made")
def test_the_page_shows_the_poster_and_the_ways_to_print_it(client: FlaskClient) -> None:
    initiative = a_plan("Thee & koek")

    page = client.get(f"/initiatieven/{initiative.id}/poster").text

    for words in (path_of(initiative, "a4"), path_of(initiative, "a5"), "Thee &amp; koek</h2>"):
        assert words in page
    assert (
        f'href="/initiatieven/{initiative.id}/poster"'
        in client.get(f"/initiatieven/{initiative.id}").text
    )


def test_without_pango_the_page_itself_can_be_printed(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    initiative = a_plan()
    monkeypatch.setattr(pdf, "_engine", lambda: None)

    page = client.get(f"/initiatieven/{initiative.id}/poster")
    file = client.get(path_of(initiative))

    assert (page.status_code, file.status_code, file.mimetype) == (200, 503, "text/html")
    for answer in (page, file):
        assert "Print daarom deze pagina." in answer.text
        assert "Geveltuintjes</h2>" in answer.text
        assert "(PDF)" not in answer.text


@pytest.mark.usefixtures("made")
def test_the_poster_has_the_colours_of_the_municipality(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    initiative = a_plan()
    ours = client.get(path_of(initiative)).data

    monkeypatch.setitem(app.config, "THEME", "kust")

    assert client.get(path_of(initiative)).data != ours
