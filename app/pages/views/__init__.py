"""The pages for everybody: the start page, the districts, the map, and the pages about the portal."""

from app.pages.views import about, areas, home, installed, map_page, tiles
from app.pages.views.blueprint import bp

__all__ = ["about", "areas", "bp", "home", "installed", "map_page", "tiles"]
