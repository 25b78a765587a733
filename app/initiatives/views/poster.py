"""A poster of a plan to hang in the neighbourhood: to look at, to print, and as PDF.

Anybody can make one: it says nothing that the page does not say, and neighbours who like a plan
are the ones with a window or a shop.
"""

from flask import Response, current_app, make_response, render_template
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound
from app.initiatives import rules
from app.initiatives.queries import Shown
from app.initiatives.views.blueprint import bp, public
from app.initiatives.views.sheet import sheet_of
from app.web import face, files, pdf
from app.web.pieces import piece
from app.web.throttle import limiter

PIECES = "initiatives/sheet.html"
FILES = "120 per hour"  # for one network; one that was not asked for before takes about 170 ms
STYLE = face.STATIC / "css" / "poster.css"
PAPER = {
    "a4": "@page { size: A4 } body { margin: 0 } .poster { font-size: 5mm }",
    "a5": "@page { size: A5 } body { margin: 0 } .poster { font-size: 3.52mm }",
}


@bp.get("/<int:initiative_id>/poster")
def poster(initiative_id: int) -> str:
    """Show the poster with the ways to print it."""
    return _page(_plan(initiative_id))


@bp.get("/<int:initiative_id>/poster/<size>.pdf")
@limiter.limit(FILES)
def poster_file(initiative_id: int, size: str) -> Response:
    """Give the poster as PDF on A4 or A5; without Pango the page, which can be printed as well."""
    if size not in PAPER:
        raise NotFound(_("De poster is er op A4 en A5."))
    initiative = _plan(initiative_id)
    if not pdf.is_possible():
        return make_response(_page(initiative), 503)
    document = piece(PIECES, "document", sheet_of(initiative), str(get_locale()))
    style = [face.colours(current_app.config["THEME"]), STYLE.read_text(), PAPER[size]]
    content = pdf.pdf(str(document), "\n".join(style))
    return files.answer(content, "application/pdf", name=f"poster-{initiative_id}-{size}.pdf")


def _plan(initiative_id: int) -> Shown:
    """Return a public plan that goes on: nobody hangs up what has ended."""
    initiative = public(initiative_id)
    if not rules.put_up(current_user, initiative):
        raise NotFound(_("Dit plan loopt nu niet. Daarom is er geen poster."))
    return initiative


def _page(initiative: Shown) -> str:
    return render_template(
        "initiatives/poster.html",
        initiative=initiative,
        poster=piece(PIECES, "sheet", sheet_of(initiative), 2),
        has_pdf=pdf.is_possible(),
    )
