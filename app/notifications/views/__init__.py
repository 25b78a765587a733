"""The pages of messages."""

from app.notifications.views import devices, inbox, paper, undelivered, wishes
from app.notifications.views.blueprint import bp

__all__ = ["bp", "devices", "inbox", "paper", "undelivered", "wishes"]
