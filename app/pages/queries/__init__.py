"""What the pages for everybody read."""

from app.pages.queries.counts import plans_by_area
from app.pages.queries.lists import found_in, newest
from app.pages.queries.places import Counted, District, counted, districts

__all__ = [
    "Counted",
    "District",
    "counted",
    "districts",
    "found_in",
    "newest",
    "plans_by_area",
]
