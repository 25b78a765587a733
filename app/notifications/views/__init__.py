"""The pages of messages."""

from app.notifications.views import devices, inbox, wishes
from app.notifications.views.blueprint import bp

__all__ = ["bp", "devices", "inbox", "wishes"]
