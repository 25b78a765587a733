"""What we say about volunteering, and to whom."""

from app.volunteering.messages.certificates import tell_certificate_withdrawn
from app.volunteering.messages.sign_ups import (
    organiser_of,
    tell_confirmed,
    tell_declined,
    tell_it_is_near,
    tell_lapsed,
    tell_moved_up,
    tell_organiser_of_cancellation,
    tell_organiser_of_objection,
    tell_organiser_of_sign_up,
    tell_position,
    tell_requested,
    tell_shift_cancelled,
    tell_thanks,
)

__all__ = [
    "organiser_of",
    "tell_certificate_withdrawn",
    "tell_confirmed",
    "tell_declined",
    "tell_it_is_near",
    "tell_lapsed",
    "tell_moved_up",
    "tell_organiser_of_cancellation",
    "tell_organiser_of_objection",
    "tell_organiser_of_sign_up",
    "tell_position",
    "tell_requested",
    "tell_shift_cancelled",
    "tell_thanks",
]
