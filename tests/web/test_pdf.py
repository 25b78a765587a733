"""PDF out of HTML: nothing is fetched for it, and a machine without Pango says so."""

import logging
import sys
from collections.abc import Iterator

import pytest

from app.core.errors import Refused
from app.core.pictures import clean
from app.web import pdf as pdfs
from app.web.pdf import is_possible, pdf
from factories.paper import skip_without_pango
from factories.photos import a_file

PAGE = '<html lang="nl"><title>Proef</title><h1>{}</h1></html>'


@pytest.fixture
def made() -> None:
    skip_without_pango()


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def fail(_name: str) -> None:
        sys.stdout.write("-----\nWeasyPrint could not import some external libraries.\n")
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(pdfs, "import_module", fail)
    pdfs._engine.cache_clear()
    yield
    pdfs._engine.cache_clear()


@pytest.mark.usefixtures("made")
def test_the_same_document_is_made_once_and_another_one_anew() -> None:
    first = pdf(PAGE.format("Een"), "")

    assert first.startswith(b"%PDF-1.7")
    assert pdf(PAGE.format("Een"), "") is first
    assert pdf(PAGE.format("Twee"), "") != first


@pytest.mark.usefixtures("made")
def test_the_same_document_has_the_same_bytes_in_every_process() -> None:
    first = pdf(PAGE.format("Een"), "h1 { color: #111 }")
    pdf.cache_clear()

    assert pdf(PAGE.format("Een"), "h1 { color: #111 }") == first


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("html", "css"),
    [
        ('<img alt="" src="file:///etc/passwd">', ""),
        ('<img alt="" src="http://127.0.0.1:1/x.png">', ""),
        ('<link rel="stylesheet" href="https://evil.example/x.css">', ""),
        ('<svg viewBox="0 0 1 1"><title>x</title><image href="file:///etc/passwd"/></svg>', ""),
        ("<p>x</p>", '@import "file:///etc/passwd";'),
        ("<p>x</p>", "p { background: url(https://evil.example/x.png) }"),
    ],
    ids=["file", "network", "stylesheet", "drawing", "import", "background"],
)
def test_nothing_is_fetched_from_the_disk_or_the_network(
    caplog: pytest.LogCaptureFixture, html: str, css: str
) -> None:
    made = pdf(PAGE.format(html), css)

    assert made.startswith(b"%PDF")
    refused = [one for one in caplog.messages if "URI uses disallowed protocol" in one]
    assert len(refused) == 1


@pytest.mark.usefixtures("without_pango")
def test_a_machine_without_pango_says_so_once_and_makes_nothing(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.WARNING):
        assert (is_possible(), is_possible()) == (False, False)

    assert [record.getMessage() for record in caplog.records] == [
        "no PDFs: cannot load library 'libpango-1.0-0'"
    ]
    assert capsys.readouterr().out == ""
    with pytest.raises(RuntimeError, match="cannot make PDFs"):
        pdf(PAGE.format("Geen"), "")


def test_a_process_that_makes_pdfs_still_refuses_a_broken_picture() -> None:
    assert is_possible()
    whole = a_file("PNG")

    with pytest.raises(Refused):
        clean(whole[: len(whole) // 2])
