"""Which base map this portal has: none without a setting, without outlines, or for an invented place."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from flask import current_app

from app.areas import codes, outlines, queries
from app.areas.tiles.grid import Box, Tile
from app.areas.tiles.keeper import Keeper
from app.areas.tiles.server import TileServer
from app.areas.tiles.shelf import Shelf

SLOT = "aanzet-tiles"  # in app.extensions
MEGABYTE = 1_000_000
Settings = tuple[str, str, int]
_making = Lock()


@dataclass(frozen=True)
class BaseMap:
    """A base map: who makes it, where it is shown, and who gives its tiles."""

    credit: str
    within: Box
    keeper: Keeper

    def shows(self, tile: Tile) -> bool:
        """Tell whether a tile is of the municipality or of what lies around it."""
        return tile.exists and tile.box.meets(self.within)


def base_map() -> BaseMap | None:
    """Return the base map; ``None`` when there are only outlines. Costs nothing as a rule."""
    settings = current_app.config
    municipality = queries.municipality()
    if not settings["TILES"] or municipality is None or codes.is_invented(municipality.code):
        return None
    extent = outlines.extent()
    if extent is None:
        return None
    return BaseMap(settings["TILES_CREDIT"], Box(*extent).with_margin(), _keeper())


def _keeper() -> Keeper:
    """Return the keeper of this process; a new one when a setting changed."""
    config = current_app.config
    settings: Settings = (config["TILES"], config["TILES_FOLDER"], config["TILES_SPACE"])
    with _making:
        made: tuple[Settings, Keeper] | None = current_app.extensions.get(SLOT)
        if made is None or made[0] != settings:
            made = current_app.extensions[SLOT] = settings, _new_keeper(*settings)
    return made[1]


def _new_keeper(template: str, folder: str, space: int) -> Keeper:
    agent = f"Aanzet (+{current_app.config['PUBLIC_URL']})"
    return Keeper(TileServer(template, agent=agent), Shelf(Path(folder), space * MEGABYTE))
