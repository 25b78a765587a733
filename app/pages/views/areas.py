"""The districts on a map with the same links in a list, and what happens in one area."""

from dataclasses import replace

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


@bp.get("/wijken", endpoint="areas")
def all_areas() -> str:
    """Show the districts with how many plans each has."""
    districts, own = areas.districts(), areas.own_areas()
    numbers = queries.plans_by_district()
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
        map=svg_map(districts, links=_links(districts), values=counts),
    )


@bp.get("/wijken/<slug>")
def area(slug: str) -> ResponseReturnValue:
    """Show one district, neighbourhood or area of the municipality's own."""
    place = areas.by_slug(slug)
    if place is None:
        raise NotFound(_("We kunnen deze wijk of buurt niet vinden."))
    if place.kind is AreaKind.MUNICIPALITY:
        return redirect(url_for(".areas"), 303)
    shown = _parts_on_the_map(place)
    figures = areas.figures(place)
    teams = queries.teams_for(place)
    return render_template(
        "pages/area.html",
        place=place,
        way=_way_to(place),
        parts=shown,
        map=svg_map(shown, links=_links(shown), chosen=place.id),
        plans=queries.newest_in(place),
        all_plans=_list_of_plans(place),
        area=areas.by_id,
        shifts=queries.open_tasks_in(place),
        words=words,
        teams=teams,
        hours=queries.rounded_hours(teams),
        figures=[replace(figure, source="") for figure in figures],
        sources=sorted({figure.source for figure in figures}),
    )


def _links(places: list[Place]) -> dict[int, str]:
    return {place.id: url_for("pages.area", slug=place.slug) for place in places}


def _parts_on_the_map(place: Place) -> list[Place]:
    """Return the neighbourhoods in an area; for a neighbourhood itself, those of its district."""
    district = areas.district_of(place) if place.kind is AreaKind.NEIGHBOURHOOD else None
    return areas.children(district or place)


def _way_to(place: Place) -> list[tuple[str, str | None]]:
    """Return the way down to an area, for the breadcrumb."""
    above = [up for up in areas.ancestors(place) if up.kind is not AreaKind.MUNICIPALITY]
    return [
        (_("Start"), url_for(".home")),
        (_("Wijken"), url_for(".areas")),
        *((up.name, url_for(".area", slug=up.slug)) for up in reversed(above)),
        (place.name, None),
    ]


def _list_of_plans(place: Place) -> str | None:
    """Return the list of plans narrowed to an area; an area of one's own has none."""
    if place.kind is AreaKind.DISTRICT:
        return url_for("initiatives.index", wijk=place.slug)
    district = areas.district_of(place)
    if place.kind is AreaKind.NEIGHBOURHOOD and district:
        return url_for("initiatives.index", wijk=district.slug, buurt=place.slug)
    return None
