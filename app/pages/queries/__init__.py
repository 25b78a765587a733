"""What the pages for everybody read."""

from app.pages.queries.counts import plans_by_district
from app.pages.queries.lists import newest, newest_in, open_tasks_in, teams_for

__all__ = [
    "newest",
    "newest_in",
    "open_tasks_in",
    "plans_by_district",
    "teams_for",
]
