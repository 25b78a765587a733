"""The pages about teams, their hours and their answers."""

from app.capacity.views import hours, responses, teams
from app.capacity.views.blueprint import bp

__all__ = ["bp", "hours", "responses", "teams"]
