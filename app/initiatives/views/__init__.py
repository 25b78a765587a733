"""The pages of initiatives."""

from app.initiatives.views import alike, lists, outside, plan, send, show, team, voices, wizard
from app.initiatives.views.blueprint import bp, short

__all__ = [
    "alike",
    "bp",
    "lists",
    "outside",
    "plan",
    "send",
    "short",
    "show",
    "team",
    "voices",
    "wizard",
]
