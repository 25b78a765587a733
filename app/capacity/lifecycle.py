"""The life of a reservation of hours."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.lifecycle import Lifecycle


class ReservationState(Choice):
    """Where a reservation stands; proposed and confirmed ones hold hours."""

    PROPOSED = "proposed", _l("Voorgesteld")
    CONFIRMED = "confirmed", _l("Bevestigd")
    RELEASED = "released", _l("Vrijgegeven")
    SPENT = "spent", _l("Gebruikt")


HOLDING = {ReservationState.PROPOSED, ReservationState.CONFIRMED, ReservationState.SPENT}

RESERVATION_LIFE = Lifecycle(
    ReservationState.PROPOSED,
    [
        ("confirm", {ReservationState.PROPOSED}, ReservationState.CONFIRMED),
        (
            "release",
            {ReservationState.PROPOSED, ReservationState.CONFIRMED},
            ReservationState.RELEASED,
        ),
        ("spend", {ReservationState.CONFIRMED}, ReservationState.SPENT),
    ],
)
