"""The districts on a map with the same links in a list, and what happens in one area."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from app.areas import queries as areas
from app.areas.map import svg_map
from app.areas.models import AreaKind
from app.areas.tree import Place
from app.core.errors import NotFound
from app.pages import queries
from app.pages.views.blueprint import bp
from app.volunteering import words
from app.web.pieces import piece

PIECES = "pages/area_pieces.html"


@bp.get("/wijken", endpoint="areas")
def all_areas() -> str:
    """Show the districts with how many plans each has."""
    districts, own = areas.districts(), areas.own_areas()
    numbers = queries.plans_by_area()
    counts = {
        place.id: ngettext("%(num)s initiatief", "%(num)s initiatieven", numbers.get(place.id, 0))
        for place in districts
    }
    return render_template(
        "pages/areas.html",
        municipality=areas.municipality(),
        districts=districts,
        own_areas=own,
        counts=counts,
        map=svg_map(districts, address=address, values=counts),
    )


@bp.get("/wijken/<slug>")
def area(slug: str) -> ResponseReturnValue:
    """Show one district, neighbourhood or area of the municipality's own."""
    place = areas.by_slug(slug)
    if place is None:
        raise NotFound(_("We kunnen deze wijk of buurt niet vinden."))
    if place.kind is AreaKind.MUNICIPALITY:
        return redirect(url_for(".areas"), 303)
    district = areas.district_of(place)  # of a neighbourhood
    parts = areas.children(district or place)
    found = queries.found_in(place)
    return render_template(
        "pages/area.html",
        place=place,
        way=piece(PIECES, "way", place, district),
        head=piece(PIECES, "head", place),
        plans=piece(PIECES, "plans", tuple(found.plans), place, district),
        parts=piece(PIECES, "parts", tuple(parts), place),
        map=svg_map(parts, address=address, chosen=place.id),
        ways_to_help=piece(PIECES, "ways_to_help", found.tasks, found.teams, words),
        figures=piece(PIECES, "figures", found.figures),
    )


def address(place: Place) -> str:
    """Return where the page of an area is."""
    return url_for("pages.area", slug=place.slug)
