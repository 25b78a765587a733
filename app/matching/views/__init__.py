"""The pages about who could help, with a request or a task, about rounds of hours, and for everybody."""

from app.matching.views import calls, fitting, lapsed, lists, plans, published, rounds, trials
from app.matching.views.blueprint import bp

__all__ = ["bp", "calls", "fitting", "lapsed", "lists", "plans", "published", "rounds", "trials"]
