"""A letter on paper: read by a screen reader, the same byte for byte, in Dutch as it was sent."""

import hashlib
from pathlib import Path

import pytest

from app.core.db import db
from app.core.text import tidy
from app.support.letters.parts import Part, PartKind, said
from app.support.paper import Paper, blocks, printed
from app.support.post import SHEET, LetterKind
from app.support.service.writing import write
from app.web import face, pdf
from app.web.pieces import piece
from factories.letters import a_request_with_every_letter, a_sent_request, letters_of
from factories.paper import facts_of, inside, skip_without_pango, skip_without_poppler, words_on

VERSIONS = "Formulier 1, brief 1"
OF_SHEETS = {1: "39bdd83f1785640af7786f6de4df99ea4ac47376efce9f9d7756b134ef515a6c"}


def test_a_reader_finds_title_language_tags_bookmarks_and_every_word(tmp_path: Path) -> None:
    skip_without_poppler()
    for letter in letters_of(a_request_with_every_letter()):
        text, paper = letter.text_in("nl"), printed(letter)

        facts = facts_of(paper, tmp_path)
        assert (facts["Title"], facts["Tagged"]) == (text.subject, "yes")
        assert facts["Page size"] == "595.276 x 841.89 pts (A4)"
        parts = [b'pdfuaid:part="1"', b"/Lang (nl)", b"/S /H1", b"/Outlines"]
        parts += [b"/S /H2"] if PartKind.HEADING in text.kinds else []
        parts += [b"/S /LI"] if PartKind.ITEM in text.kinds else []
        for part in parts:
            assert part in inside(paper), part
        words = words_on(paper, tmp_path)
        for line in (text.subject, *text.paragraphs, "Anna", letter.signed_by, VERSIONS):
            assert " ".join(tidy(line).split()) in words.replace("\u00a0", " ").replace("• ", "")


def test_the_same_letter_is_the_same_file_byte_for_byte() -> None:
    skip_without_pango()
    request = a_request_with_every_letter()
    first = [printed(letter) for letter in letters_of(request)]

    request.author.name = "Anna de Vries"
    db.session.commit()
    pdf.pdf.cache_clear()

    assert [printed(letter) for letter in letters_of(request)] == first
    assert len(set(first)) == len(first)


def test_markup_in_what_people_write_is_only_text(tmp_path: Path) -> None:
    skip_without_poppler()
    request, wild = a_sent_request(), '<img src="file:///etc/passwd"> {{ 7 * 7 }} صباح الخير'
    letter = write(request, LetterKind.QUESTION, lambda: said("Dag", wild, "Een\ntwee"))

    words = words_on(printed(letter), tmp_path)

    assert '<img src="file:///etc/passwd"> {{ 7 * 7 }}' in words


def test_a_long_letter_has_its_number_on_every_page(tmp_path: Path) -> None:
    skip_without_poppler()
    request = a_sent_request()
    letter = write(request, LetterKind.QUESTION, lambda: said("Dag", *(["Lang. " * 200] * 5)))

    paper = printed(letter)

    words = words_on(paper, tmp_path)
    assert int(facts_of(paper, tmp_path)["Pages"]) == 3
    for page in (1, 2, 3):
        assert f"{request.reference} {VERSIONS} Pagina {page} van 3" in words


def test_lines_of_a_list_stand_together() -> None:
    text, item = PartKind.TEXT, PartKind.ITEM
    parts = [Part(text, "a"), Part(item, "b"), Part(item, "c"), Part(text, "d")]

    assert blocks(parts) == ((text, ("a",)), (item, ("b", "c")), (text, ("d",)))


@pytest.mark.parametrize("sheet", OF_SHEETS)
def test_a_sheet_that_letters_were_sent_on_stays_as_it_is(sheet: int) -> None:
    """Make a new sheet with another number instead: what people have on paper is not ours to change."""
    kinds = ((PartKind.HEADING, ("Kop",)), (PartKind.ITEM, ("Een", "Twee")))
    every_part = ((PartKind.TEXT, ("Dit is HULP-2026-ABCD.",)), *kinds)
    contact = ("Team", "14 000", "altijd", "a@b.example", "Postbus 1")
    papers = [
        Paper("Stad", ("Anna",), "Plan", "HULP-2026-ABCD", "1 mei 2026", "Dag", every_part, *end)
        for end in (("Carla", contact, 1), ("", contact, None))
    ]

    documents = [piece(f"support/paper_{sheet}.html", "document", paper) for paper in papers]
    style = (face.STATIC / "css" / f"letter-{sheet}.css").read_text()

    drawn = "\n".join([*map(str, documents), style]).encode()
    assert hashlib.sha256(drawn).hexdigest() == OF_SHEETS[sheet]
    assert max(OF_SHEETS) == SHEET
