"""A letter as it is printed: the words that were kept, on the sheet that they were written for.

A sheet (``templates/paper_1.html`` and ``letter-1.css``) never changes: another look is another
number, and letters from before keep theirs. A test holds on to what each of them was.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from app.core.dates import date_words
from app.core.speech import DEFAULT, speaking
from app.support.letters.parts import Part, PartKind
from app.support.post import Letter
from app.web import face, pdf
from app.web.pieces import piece

Block = tuple[PartKind, tuple[str, ...]]


class Paper(NamedTuple):
    """Everything on the paper, in Dutch."""

    sender: str
    addressee: tuple[str, ...]
    about: str
    reference: str
    day: str
    subject: str
    blocks: tuple[Block, ...]
    signed_by: str
    contact: tuple[str, ...]
    form_version: int | None


def printed(letter: Letter) -> bytes:
    """Return a letter as PDF with tags; the same letter gives the same bytes.

    Ask ``pdf.is_possible`` first. Takes about 170 ms of a processor.
    """
    style = face.STATIC / "css" / f"letter-{letter.template}.css"
    return pdf.pdf(document_of(letter), style.read_text())


def document_of(letter: Letter) -> str:
    """Return a letter as a page of HTML that needs nothing else, for who keeps it in an archive."""
    with speaking(DEFAULT):
        return str(piece(f"support/paper_{letter.template}.html", "document", paper_of(letter)))


def paper_of(letter: Letter) -> Paper:
    """Return what stands on the paper of a letter."""
    said = letter.text_in(DEFAULT).said
    return Paper(
        sender=letter.sender,
        addressee=tuple(letter.addressee),
        about=letter.about,
        reference=letter.request.reference or "",
        day=date_words(letter.written_on),
        subject=said.subject,
        blocks=blocks(said.parts),
        signed_by=letter.signed_by,
        contact=tuple(letter.contact),
        form_version=letter.form_version,
    )


def blocks(parts: Sequence[Part]) -> tuple[Block, ...]:
    """Return parts by what they are, with the lines of a list together."""
    together = groupby(parts, key=lambda part: part.kind)
    return tuple((kind, tuple(part.text for part in some)) for kind, some in together)
