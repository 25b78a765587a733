"""Letters on paper, as PDF: for people without e-mail. Printed by the staff, who put them in an envelope."""

from typing import NamedTuple

from flask import current_app

from app.core.speech import DEFAULT, speaking
from app.web import face, pdf
from app.web.pieces import piece

PIECES = "ui/letter.html"
STYLE = face.STATIC / "css" / "letter.css"
PART = 4  # letters of a code that are written together


class Letter(NamedTuple):
    """Everything that a letter says, in words."""

    to: tuple[str, ...]  # the lines in the window of the envelope
    day: str
    subject: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()  # label and value
    code: str = ""
    slip: str = ""  # what somebody signs who sends a part of the letter back


def pdf_of(letter: Letter) -> bytes:
    """Return the letter as PDF on A4, in Dutch. Ask ``pdf.is_possible`` first."""
    with speaking(DEFAULT):
        document = piece(PIECES, "document", letter, DEFAULT)
    style = [face.colours(current_app.config["THEME"]), STYLE.read_text()]
    return pdf.pdf(str(document), "\n".join(style))


def grouped(code: str) -> str:
    """Return ``ABCDEFGH`` as it stands on paper: ``ABCD-EFGH``."""
    return "-".join(code[start : start + PART] for start in range(0, len(code), PART))
