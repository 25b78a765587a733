"""The pages about support: for everybody, for teams, and for those who advise and decide."""

from app.support.views import (
    asking,
    bands,
    budgets,
    catalogue,
    delays,
    intentions,
    judging,
    keeping_budgets,
    letters,
    listing,
    objecting,
    queue,
    requests,
    ruling,
    together,
)
from app.support.views.blueprint import bp

__all__ = [
    "asking",
    "bands",
    "bp",
    "budgets",
    "catalogue",
    "delays",
    "intentions",
    "judging",
    "keeping_budgets",
    "letters",
    "listing",
    "objecting",
    "queue",
    "requests",
    "ruling",
    "together",
]
