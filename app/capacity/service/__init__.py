"""What happens with hours and responses, one function per intention."""

from app.capacity.service.hours import change_hours, offer_hours, withdraw_hours
from app.capacity.service.lapsed import close_lapsed, replace_lapsed
from app.capacity.service.reservations import confirm, release, reserve, settle, spend
from app.capacity.service.responses import (
    after_judgement,
    answer,
    change_response,
    respond,
    warnings_about,
)
from app.capacity.service.teams import describe_team

__all__ = [
    "after_judgement",
    "answer",
    "change_hours",
    "change_response",
    "close_lapsed",
    "confirm",
    "describe_team",
    "offer_hours",
    "release",
    "replace_lapsed",
    "reserve",
    "respond",
    "settle",
    "spend",
    "warnings_about",
    "withdraw_hours",
]
