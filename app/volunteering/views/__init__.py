"""The pages about volunteering: for everybody, for volunteers and for organisers."""

from app.volunteering.views import calendars, organise, people, sign_ups, tasks
from app.volunteering.views.blueprint import bp

__all__ = ["bp", "calendars", "organise", "people", "sign_ups", "tasks"]
