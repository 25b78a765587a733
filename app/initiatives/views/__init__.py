"""The pages of initiatives."""

from app.initiatives.views import alike, lists, plan, send, show, team, voices, wizard
from app.initiatives.views.blueprint import bp

__all__ = ["alike", "bp", "lists", "plan", "send", "show", "team", "voices", "wizard"]
