"""The pages about volunteering: for everybody, for volunteers and for organisers."""

from app.volunteering.views import (
    attendance,
    attendance_file,
    calendars,
    certificates,
    done,
    organisations,
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
    "attendance_file",
    "bp",
    "calendars",
    "certificates",
    "done",
    "organisations",
    "organise",
    "people",
    "series",
    "sign_ups",
    "tasks",
    "wishes",
]
