"""The pages of who reports something, and of the moderator who looks."""

from app.reports.views import queue, reporting
from app.reports.views.blueprint import bp

__all__ = ["bp", "queue", "reporting"]
