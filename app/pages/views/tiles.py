"""The base map of a municipality, passed on by the portal: nobody else learns who looks where."""

from flask import Response, g, request

from app.areas.tiles import Away, BaseMap, NoSuchTile, Tile, base_map, kind_of
from app.pages.views.blueprint import bp
from app.web.throttle import limiter

TILES = "/kaart/tegels"
FOR_A_WEEK = "public, max-age=604800"
AGAIN_AFTER = "30"  # seconds
FETCHES = "300 per minute"  # of one network: some ten screens; tiles from the shelf are free


def was_fetched(_response: Response) -> bool:
    """Tell whether this request made the portal ask the tile server."""
    return bool(g.get("fetched_tile", False))


@bp.get(f"{TILES}/<int:zoom>/<int:column>/<int:row>")
@limiter.limit(FETCHES, deduct_when=was_fetched)
def tile(zoom: int, column: int, row: int) -> Response:
    """Give a tile of the municipality; 404 for any other, 503 at once while none can be had."""
    wanted, base = Tile(zoom, column, row), base_map()
    if base is None or not base.shows(wanted):
        return _nothing(404)
    try:
        content = _picture(base, wanted)
    except NoSuchTile:
        return _nothing(404)
    except Away:
        answer = _nothing(503)
        answer.headers["Retry-After"] = AGAIN_AFTER
        return answer
    answer = Response(content, mimetype=kind_of(content))
    answer.headers["Cache-Control"] = FOR_A_WEEK
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def _picture(base: BaseMap, wanted: Tile) -> bytes:
    known = base.keeper.on_the_shelf(wanted)
    if known is not None:
        return known
    g.fetched_tile = True
    return base.keeper.fetched(wanted)


def _nothing(status: int) -> Response:
    """Return an answer without a page: it is asked for by a picture in a map."""
    answer = Response(status=status, mimetype="text/plain")
    answer.headers["Cache-Control"] = "no-store"
    return answer
