"""The pages of initiatives."""

from app.initiatives.views import (
    alike,
    draft_photos,
    endorsing,
    lists,
    offline,
    outside,
    photo_file,
    photos,
    plan,
    poster,
    send,
    show,
    standing,
    team,
    voices,
    wizard,
)
from app.initiatives.views.blueprint import bp, short

__all__ = [
    "alike",
    "bp",
    "draft_photos",
    "endorsing",
    "lists",
    "offline",
    "outside",
    "photo_file",
    "photos",
    "plan",
    "poster",
    "send",
    "short",
    "show",
    "standing",
    "team",
    "voices",
    "wizard",
]
