"""The pages of moderators, and what an author reads of their judgement."""

from app.moderation.views import listing, queue, reviews
from app.moderation.views.blueprint import bp

__all__ = ["bp", "listing", "queue", "reviews"]
