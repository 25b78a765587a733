"""Every question about volunteering, by subject."""

from app.volunteering.queries.coming import Coming, coming_for, first_coming
from app.volunteering.queries.next_shifts import (
    NextShift,
    next_shifts_in,
    next_shifts_in_district,
    next_shifts_of,
)
from app.volunteering.queries.sign_ups import (
    at_the_same_time,
    first_waiting,
    live_at,
    live_sign_up,
    live_sign_ups_to,
    own_sign_ups,
    position,
    positions,
    sign_up_for,
    sign_ups_visible_to,
)
from app.volunteering.queries.tasks import (
    coming_shifts,
    found,
    moments_of,
    open_tasks,
    public_tasks_of,
    shift_for,
    tasks_in_the_making,
    tasks_of,
    visible_to,
)

__all__ = [
    "Coming",
    "NextShift",
    "at_the_same_time",
    "coming_for",
    "coming_shifts",
    "first_coming",
    "first_waiting",
    "found",
    "live_at",
    "live_sign_up",
    "live_sign_ups_to",
    "moments_of",
    "next_shifts_in",
    "next_shifts_in_district",
    "next_shifts_of",
    "open_tasks",
    "own_sign_ups",
    "position",
    "positions",
    "public_tasks_of",
    "shift_for",
    "sign_up_for",
    "sign_ups_visible_to",
    "tasks_in_the_making",
    "tasks_of",
    "visible_to",
]
