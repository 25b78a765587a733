"""The pages about who could help with a request, and about rounds that share out hours."""

from app.matching.views import lists, plans, rounds, trials
from app.matching.views.blueprint import bp

__all__ = ["bp", "lists", "plans", "rounds", "trials"]
