"""A list of paper to go round with: what the plan is, and lines for names."""

from typing import NamedTuple

from flask import current_app
from flask_babel import gettext as _
from markupsafe import Markup

from app.areas import queries as areas
from app.core.speech import DEFAULT, speaking
from app.core.text import without_emoji
from app.initiatives.models import Initiative
from app.web import face, pdf
from app.web.addresses import whole, written
from app.web.pieces import piece
from app.web.qr import qr_code

PIECES = "support_base/sheet.html"
STYLE = face.STATIC / "css" / "paper_list.css"
LINES = 15  # names on one page


class Sheet(NamedTuple):
    """What stands above the lines."""

    title: str
    summary: str
    place: str
    address: str
    code: Markup
    lines: int = LINES


def pdf_for(initiative: Initiative) -> bytes:
    """Return an empty list on A4, in Dutch: who counts it has to read it. Ask ``pdf.is_possible`` first."""
    with speaking(DEFAULT):
        document = piece(PIECES, "document", _sheet_of(initiative), DEFAULT)
    style = [face.colours(current_app.config["THEME"]), STYLE.read_text()]
    return pdf.pdf(str(document), "\n".join(style))


def _sheet_of(initiative: Initiative) -> Sheet:
    place = areas.by_id(initiative.neighbourhood_id or 0)
    address = written("short.plan", initiative_id=initiative.id)
    return Sheet(
        title=without_emoji(initiative.title),
        summary=without_emoji(initiative.summary),
        place=place.name if place else "",
        address=address,
        code=qr_code(
            whole("short.plan", initiative_id=initiative.id),
            _("QR-code voor %(address)s", address=address),
        ),
    )
