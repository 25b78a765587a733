"""What other rooms and the pages read: teams, their hours, and what they answered."""

from app.capacity.queries.hours import (
    free_hours_rounded,
    offer_led_by,
    offers_for,
    offers_of,
    proposed_for,
    reservation_seen_by,
    reservations_on,
    teams_with_room,
    unspent_on,
)
from app.capacity.queries.lapsed import found_lapsed, lapsed_for, still_waits, waits
from app.capacity.queries.responses import (
    organisations_serving,
    response_for,
    response_with,
    visible_responses,
)
from app.capacity.queries.serving import ServingTeam, teams_serving
from app.capacity.queries.teams import team_of, teams, teams_led_by, unlisted_teams

__all__ = [
    "ServingTeam",
    "found_lapsed",
    "free_hours_rounded",
    "lapsed_for",
    "offer_led_by",
    "offers_for",
    "offers_of",
    "organisations_serving",
    "proposed_for",
    "reservation_seen_by",
    "reservations_on",
    "response_for",
    "response_with",
    "still_waits",
    "team_of",
    "teams",
    "teams_led_by",
    "teams_serving",
    "teams_with_room",
    "unlisted_teams",
    "unspent_on",
    "visible_responses",
    "waits",
]
