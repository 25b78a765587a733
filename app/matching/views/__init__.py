"""The pages about who could help with a request, about rounds that share out hours, and for everybody."""

from app.matching.views import lists, plans, published, rounds, trials
from app.matching.views.blueprint import bp

__all__ = ["bp", "lists", "plans", "published", "rounds", "trials"]
