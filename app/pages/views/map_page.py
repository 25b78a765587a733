"""The plans by neighbourhood: a list first, a drawing beside it, and a map for who asks for one."""

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from app.areas import queries as areas
from app.areas.features import features
from app.areas.map import svg_map
from app.areas.tiles import BaseMap, base_map
from app.areas.tree import Place
from app.core.errors import Refused
from app.pages import queries
from app.pages.forms import WhereForm
from app.pages.views.areas import address
from app.pages.views.blueprint import bp
from app.pages.views.tiles import TILES
from app.web.pieces import piece

PIECES = "pages/map_pieces.html"
MOST_FOUND = 12
MOST_DRAWN = 50  # outlines: more are too small for a thumb, then districts are drawn


@bp.route("/kaart", methods=["GET", "POST"], endpoint="map")
def the_map() -> ResponseReturnValue:
    """Show where there are plans; a postcode is posted, so that it stands in no address or log."""
    form = WhereForm.from_request()
    if form.accepted():
        if found := areas.meant(form.where.data or ""):
            slugs = [place.slug for place in found[:MOST_FOUND]]
            return redirect(url_for(".map", buurt=slugs, _anchor="gevonden"), 303)
        form.refuse(_unknown())
    drawing = _drawing()
    text = render_template(
        "pages/map.html",
        form=form,
        found=queries.counted(_chosen()),
        places=piece(PIECES, "places", queries.districts()),
        drawing=drawing,
    )
    return text, form.status


@bp.get("/kaart/venster")
def window() -> dict[str, str]:
    """Give the part of the page in which the map comes, in the language of the reader."""
    return {"html": piece(PIECES, "window", features().fingerprint, *_ground(base_map()))}


@bp.get("/kaart/omtrekken")
def outlines() -> Response:
    """Give the outlines of districts and neighbourhoods as GeoJSON; the same for everybody."""
    file = features()
    answer = Response(file.content, mimetype="application/geo+json")
    answer.headers["Cache-Control"] = "public, max-age=86400"
    answer.set_etag(file.fingerprint)
    answer.make_conditional(request)
    return answer


def _drawing() -> Markup:
    places = areas.neighbourhoods()
    if len(places) > MOST_DRAWN:
        places = areas.districts()
    return svg_map(places, address=address, values=_words(queries.counted(places)))


def _chosen() -> list[Place]:
    slugs = request.args.getlist("buurt")[:MOST_FOUND]
    return [place for slug in dict.fromkeys(slugs) if (place := areas.by_slug(slug))]


def _words(rows: tuple[queries.Counted, ...]) -> dict[int, str]:
    return {
        place.id: ngettext("%(num)s initiatief", "%(num)s initiatieven", number)
        for place, number in rows
    }


def _ground(base: BaseMap | None) -> tuple[str, str, str]:
    """Return where the tiles are, the part of the world they show, and who made them."""
    if base is None:
        return "", "", ""
    return TILES, " ".join(f"{degrees:.5f}" for degrees in base.within), base.credit


def _unknown() -> Refused:
    return Refused(
        _("Hier vinden we geen buurt bij. Kijk of het klopt, of kies je buurt uit de lijst."),
        field="where",
    )
