"""What the pages for everybody read."""

from app.pages.queries.counts import plans_by_area
from app.pages.queries.lists import newest, newest_in, open_tasks_in, teams_for
from app.pages.queries.places import Counted, District, counted, districts

__all__ = [
    "Counted",
    "District",
    "counted",
    "districts",
    "newest",
    "newest_in",
    "open_tasks_in",
    "plans_by_area",
    "teams_for",
]
