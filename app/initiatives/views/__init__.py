"""The pages of initiatives."""

from app.initiatives.views import (
    alike,
    lists,
    offline,
    outside,
    plan,
    poster,
    send,
    show,
    team,
    voices,
    wizard,
)
from app.initiatives.views.blueprint import bp, short

__all__ = [
    "alike",
    "bp",
    "lists",
    "offline",
    "outside",
    "plan",
    "poster",
    "send",
    "short",
    "show",
    "team",
    "voices",
    "wizard",
]
