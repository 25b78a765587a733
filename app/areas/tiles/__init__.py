"""The map behind the outlines: squares (tiles) of another server, kept and passed on by the portal itself."""

from app.areas.tiles.base_map import BaseMap, base_map
from app.areas.tiles.grid import ZOOMS, Box, Tile
from app.areas.tiles.picture import kind_of
from app.areas.tiles.server import Away, NoSuchTile

__all__ = ["ZOOMS", "Away", "BaseMap", "Box", "NoSuchTile", "Tile", "base_map", "kind_of"]
