"""The pages about volunteering: for everybody, for volunteers and for organisers."""

from app.volunteering.views import (
    attendance,
    calendars,
    certificates,
    done,
    organise,
    people,
    series,
    sign_ups,
    tasks,
    wishes,
)
from app.volunteering.views.blueprint import bp

__all__ = [
    "attendance",
    "bp",
    "calendars",
    "certificates",
    "done",
    "organise",
    "people",
    "series",
    "sign_ups",
    "tasks",
    "wishes",
]
