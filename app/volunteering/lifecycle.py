"""The life of a sign-up: which states hold a place, and how one moves up."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.lifecycle import Lifecycle


class SignUpState(Choice):
    """Where a sign-up stands."""

    NEW = "new", _l("Nieuw")
    REQUESTED = "requested", _l("Wacht op de organisator")
    CONFIRMED = "confirmed", _l("Je doet mee")
    WAITING = "waiting", _l("Op de wachtlijst")
    OFFERED = "offered", _l("Er is een plek voor je")
    DECLINED = "declined", _l("Afgewezen")
    CANCELLED = "cancelled", _l("Afgemeld")
    LAPSED = "lapsed", _l("Verlopen")


HOLDS_A_PLACE = {SignUpState.REQUESTED, SignUpState.CONFIRMED, SignUpState.OFFERED}
LIVE = HOLDS_A_PLACE | {SignUpState.WAITING}

SIGN_UP_LIFE = Lifecycle(
    SignUpState.NEW,
    [
        ("request", {SignUpState.NEW}, SignUpState.REQUESTED),
        ("join", {SignUpState.NEW}, SignUpState.CONFIRMED),
        ("queue", {SignUpState.NEW}, SignUpState.WAITING),
        ("confirm", {SignUpState.REQUESTED}, SignUpState.CONFIRMED),
        ("decline", {SignUpState.REQUESTED, SignUpState.CONFIRMED}, SignUpState.DECLINED),
        ("offer", {SignUpState.WAITING}, SignUpState.OFFERED),
        ("accept", {SignUpState.OFFERED}, SignUpState.CONFIRMED),
        ("lapse", {SignUpState.OFFERED}, SignUpState.LAPSED),
        ("cancel", LIVE, SignUpState.CANCELLED),
    ],
)
